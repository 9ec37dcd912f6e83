namespace CustomerSuccess.Tests.Interventions;

/// <summary>Copies of immutable values with one property changed.</summary>
internal static class With
{
    public static T Changed<T>(T value, string property, object? to)
        where T : class
    {
        var copy = (T)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(T));
        foreach (var each in typeof(T).GetProperties().Where(p => p.CanWrite))
        {
            each.SetValue(copy, each.Name == property ? to : each.GetValue(value));
        }

        return copy;
    }
}
