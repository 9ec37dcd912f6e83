namespace CustomerSuccess.Signals;

/// <summary>The first so many origins of a customer, as they stood at a moment.</summary>
internal readonly struct OriginView(PackedOrigin[] origins, int count, ActorEntry[] actors, int actorCount, SharedTexts products)
{
    public int Count => count;

    public int ActorCount => actorCount;

    public SignalOrigin this[int number] => new(
        origins[number].Actor is >= 0 and var actor ? actors[actor].Text : null,
        origins[number].Product is >= 0 and var product ? products[product] : null,
        origins[number].Provenance);

    /// <summary>The origins by number.</summary>
    public ReadOnlySpan<PackedOrigin> All => origins.AsSpan(0, count);

    /// <summary>Asks memory for the origins and, for filters to be made, the actors.</summary>
    public void FetchAll(bool actorsToo)
    {
        Fetch.Elements(origins, 0, (nint)sizeof(ulong) * count);
        if (actorsToo)
        {
            Fetch.Object(actors);
        }
    }

    /// <summary>Which origins a measure asks for.</summary>
    public OriginFilter Filter(CompiledMeasure measure)
    {
        var (actor, product) = (PackedOrigin.None, PackedOrigin.None);
        var parts = 0UL;
        if (measure.Measure.Actor is { } text)
        {
            actor = ActorEntry.Find(actors.AsSpan(0, actorCount), text, measure.ActorHash);
            parts |= PackedOrigin.ActorPart;
        }

        if (measure.Measure.Product is { } name)
        {
            product = products.Find(name);
            parts |= PackedOrigin.ProductPart;
        }

        // An actor or a product of whom there is nothing is not nobody.
        var nothing = (parts & PackedOrigin.ActorPart) != 0 && actor < 0 || (parts & PackedOrigin.ProductPart) != 0 && product < 0;
        return new(new PackedOrigin(actor, product, default), parts, nothing ? 0 : measure.Causes);
    }
}

/// <summary>Which origins a measure asks for, in numbers.</summary>
/// <param name="asked">The actor and the product.</param>
/// <param name="parts">The bits of the parts that are asked for.</param>
/// <param name="causes">Who may have caused it: a bit for each <see cref="Provenance"/>.</param>
internal readonly struct OriginFilter(PackedOrigin asked, ulong parts, int causes)
{
    /// <summary>1 where it is asked for, otherwise 0.</summary>
    public int Has(PackedOrigin origin) => origin.Matches(asked, parts, causes);
}
