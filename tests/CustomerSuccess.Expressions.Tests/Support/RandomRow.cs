namespace CustomerSuccess.Expressions.Tests.Support;

/// <summary>Numbers and texts of which some are not known.</summary>
internal sealed record RandomRow(double[] Numbers, string?[] Texts)
{
    public static CelBinding<RandomRow> Binding { get; } = Bind();

    public static RandomRow Next(Random random) => new(
        [.. Enumerable.Range(0, 4).Select(_ => random.Next(5) == 0 ? double.NaN : random.Next(-12, 13) / 4.0)],
        [.. Enumerable.Range(0, 2).Select(_ => random.Next(5) == 0 ? null : ((char)('a' + random.Next(3))).ToString())]);

    public static CelColumns Columns(RandomRow[] rows)
    {
        var columns = new CelColumns(rows.Length);
        for (var i = 0; i < 4; i++)
        {
            columns.Number($"n{i}", rows.Select(r => r.Numbers[i]).ToArray());
        }

        return columns.Text("t0", rows.Select(r => r.Texts[0]).ToArray()).Text("t1", rows.Select(r => r.Texts[1]).ToArray());
    }

    public Dictionary<string, CelValue> ByName()
    {
        var values = new Dictionary<string, CelValue>();
        for (var i = 0; i < Numbers.Length; i++)
        {
            if (!double.IsNaN(Numbers[i]))
            {
                values[$"n{i}"] = CelValue.Of(Numbers[i]);
            }
        }

        for (var i = 0; i < Texts.Length; i++)
        {
            if (Texts[i] is { } text)
            {
                values[$"t{i}"] = CelValue.Of(text);
            }
        }

        return values;
    }

    private static CelBinding<RandomRow> Bind()
    {
        var binding = CelBinding.For<RandomRow>();
        for (var i = 0; i < 4; i++)
        {
            var place = i;
            binding.Number($"n{place}", r => r.Numbers[place]);
        }

        return binding.Text("t0", r => r.Texts[0]).Text("t1", r => r.Texts[1]).Build();
    }
}
