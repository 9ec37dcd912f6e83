namespace CustomerSuccess.Expressions;

/// <summary>A pattern that is none. The message says what is wrong and at which character, counted from 1; it has no full stop.</summary>
internal sealed class Re2SyntaxException(string message) : Exception(message);
