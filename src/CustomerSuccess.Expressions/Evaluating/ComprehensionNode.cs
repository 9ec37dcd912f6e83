namespace CustomerSuccess.Expressions;

/// <summary>What a macro does with the elements.</summary>
/// <param name="Macro">Which macro.</param>
/// <param name="Slot">Where the first name stands among the locals; a second one stands behind it.</param>
/// <param name="HasTwoNames">Whether index or key, and value, are named.</param>
/// <param name="StepsAnElement">What one element costs, apart from what functions pay themselves.</param>
internal sealed record ComprehensionPlan(CelMacro Macro, int Slot, bool HasTwoNames, long StepsAnElement);

/// <summary>
/// A macro over the elements of a list or map. All and exists fold as and, or; the others are unknown or an error where any
/// element's part is. Every element is paid for.
/// </summary>
internal sealed class ComprehensionNode(ComprehensionPlan plan, Node range, Node? filter, Node body) : Node
{
    public override bool IsOpaque => range.Growth != CelGrowth.None || body.Growth != CelGrowth.None || (filter is not null && filter.Growth != CelGrowth.None);

    public override CelValue Evaluate(Frame frame) => Run(frame, range.Evaluate(frame), new(), null);

    public override Timed EvaluateTimed(Frame frame)
    {
        var timed = range.EvaluateTimed(frame);
        var until = new TimedParts(frame, Growing.Until(timed, frame));
        var value = Run(frame, timed.Value, new(), until);
        return new(value, until.Result(plan.Macro, value), until.IsOpaque || timed.Growth != CelGrowth.None ? CelGrowth.Opaque : CelGrowth.None);
    }

    private CelValue Run(Frame frame, CelValue over, Gathered gathered, TimedParts? timed)
    {
        if (!over.IsKnown)
        {
            return over;
        }

        var fold = new LogicFold(plan.Macro == CelMacro.All);
        var elements = Elements(over, out var count);
        foreach (var (key, value) in elements)
        {
            if (!frame.Pay(plan.StepsAnElement))
            {
                return CelCallContext.TooCostly;
            }

            frame.Locals[plan.Slot] = plan.HasTwoNames || count < 0 ? key : value;
            if (plan.HasTwoNames)
            {
                frame.Locals[plan.Slot + 1] = value;
            }

            if (plan.Macro is CelMacro.All or CelMacro.Exists)
            {
                // One that decides ends it; where it is asked until when that stands, a later one may stand longer.
                if (fold.Add(Part(body, frame, timed)) && timed is null)
                {
                    break;
                }

                continue;
            }

            var kept = filter is null ? CelValue.True : Condition(Part(filter, frame, timed), filter);
            if (kept.IsTrue)
            {
                gathered.Add(plan.Macro, key, plan.HasTwoNames || count < 0 ? key : value, Part(body, frame, timed));
            }
            else if (!kept.IsFalse)
            {
                gathered.Refuse(kept);
            }
        }

        return count == NoElements ? Errors.Of(CelErrorKind.NoSuchOverload, $"no such overload: elements of {CelTypes.Of(over)}")
            : plan.Macro is CelMacro.All or CelMacro.Exists ? fold.Result
            : gathered.Result(plan.Macro);
    }

    private const int NoElements = -2;
    private const int OfMap = -1;

    private static CelValue Part(Node node, Frame frame, TimedParts? timed) => timed is null ? node.Evaluate(frame) : timed.Take(node.EvaluateTimed(frame));

    private static CelValue Condition(CelValue value, Node node) => value.IsBool || !value.IsKnown ? value : Errors.NoOverload(node.GetType().Name, value);

    private static IEnumerable<(CelValue Key, CelValue Value)> Elements(CelValue over, out int kind)
    {
        switch (over.Object)
        {
            case CelList list:
                kind = list.Count;
                return list.Select((item, i) => (CelValue.Of((long)i), item));
            case CelMap map:
                kind = OfMap;
                return map.Select(e => (e.Key, e.Value));
            default:
                kind = NoElements;
                return [];
        }
    }

    /// <summary>Until when the parts stand that were evaluated.</summary>
    private sealed class TimedParts(Frame frame, long range)
    {
        private readonly long _range = range;
        private long _any = range;
        private long _yes;
        private long _no;

        /// <summary>Whether it cannot be foreseen when one of them changes.</summary>
        public bool IsOpaque { get; private set; }

        public CelValue Take(Timed timed)
        {
            IsOpaque |= timed.Growth != CelGrowth.None;
            var until = Growing.Until(timed, frame);
            _any = Math.Min(_any, until);
            _yes = timed.Value.IsTrue ? Math.Max(_yes, until) : _yes;
            _no = timed.Value.IsFalse ? Math.Max(_no, until) : _no;
            return timed.Value;
        }

        public long Result(CelMacro macro, CelValue value) => macro switch
        {
            CelMacro.All when value.IsFalse => Math.Min(_range, _no),
            CelMacro.Exists when value.IsTrue => Math.Min(_range, _yes),
            _ => _any,
        };
    }

    /// <summary>What the macros gather that do not fold.</summary>
    private sealed class Gathered
    {
        private readonly List<CelValue> _items = [];
        private Dictionary<CelValue, CelValue>? _entries;
        private CelValue? _error;
        private CelUnknown? _unknown;
        private int _count;

        public void Refuse(CelValue value)
        {
            _error ??= value.IsError ? value : null;
            _unknown = value.Object is CelUnknown unknown ? CelUnknown.Join(_unknown, unknown) : _unknown;
        }

        public void Add(CelMacro macro, CelValue key, CelValue element, CelValue part)
        {
            if (!part.IsKnown)
            {
                Refuse(part);
                return;
            }

            switch (macro)
            {
                case CelMacro.ExistsOne or CelMacro.Filter when !part.IsBool:
                    Refuse(Errors.NoOverload(macro == CelMacro.Filter ? "filter" : "exists_one", part));
                    break;
                case CelMacro.ExistsOne:
                    _count += part.IsTrue ? 1 : 0;
                    break;
                case CelMacro.Filter when part.IsTrue:
                    _items.Add(element);
                    break;
                case CelMacro.Filter:
                    break;
                case CelMacro.Map:
                    _items.Add(part);
                    break;
                case CelMacro.TransformMap:
                    Enter(key, part);
                    break;
                default:
                    EnterAll(part);
                    break;
            }
        }

        public CelValue Result(CelMacro macro) => _error
            ?? (_unknown is not null ? CelValue.Of(_unknown)
                : macro switch
                {
                    CelMacro.ExistsOne => CelValue.Of(_count == 1),
                    CelMacro.TransformMap or CelMacro.TransformMapEntry => CelValue.Of(CelMap.Over(_entries ?? [])),
                    _ => CelValue.Of(CelList.Over([.. _items])),
                });

        private void EnterAll(CelValue part)
        {
            if (part.Object is not CelMap map)
            {
                Refuse(Errors.NoOverload("transformMapEntry", part));
                return;
            }

            foreach (var (key, value) in map)
            {
                Enter(key, value);
            }
        }

        private void Enter(CelValue key, CelValue value)
        {
            _entries ??= [];
            if (!_entries.TryAdd(key, value))
            {
                Refuse(Errors.Invalid($"repeated key: {key}"));
            }
        }
    }
}
