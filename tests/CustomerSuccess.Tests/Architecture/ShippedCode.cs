using CustomerSuccess.Tests.Support;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CustomerSuccess.Tests.Architecture;

/// <summary>The IL of the shipped assemblies, read once.</summary>
internal static class ShippedCode
{
    public static IReadOnlyList<ModuleDefinition> Modules { get; } =
        [.. Repository.ShippedProjects.Select(p => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, p + ".dll")))];

    /// <summary>Types at namespace level that a person wrote; what compilers and generators add is left out.</summary>
    public static IEnumerable<TypeDefinition> Types => Modules.SelectMany(m => m.Types).Where(IsWritten);

    /// <summary>Every type that is visible outside its assembly, nested ones too.</summary>
    public static IEnumerable<TypeDefinition> PublicTypes => Types.SelectMany(WithNested).Where(IsVisible);

    public static bool IsShipped(string assembly) => Repository.ShippedProjects.Contains(assembly);

    public static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => [type, .. type.NestedTypes.SelectMany(WithNested)];

    /// <summary>The outermost shipped types that a type mentions anywhere: signatures, attributes, bodies.</summary>
    public static IEnumerable<TypeReference> UsesOf(TypeDefinition type) =>
        WithNested(type).SelectMany(Mentions).SelectMany(Parts).Select(Outermost).Where(t => IsShipped(AssemblyOf(t)))
            .DistinctBy(t => t.FullName);

    public static string AssemblyOf(TypeReference type) => type.Scope switch
    {
        AssemblyNameReference reference => reference.Name,
        ModuleDefinition module => module.Assembly.Name.Name,
        _ => "",
    };

    private static bool IsVisible(TypeDefinition type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType));

    private static bool IsWritten(TypeDefinition type) =>
        type.Name != "<Module>" && !type.Name.Contains('<', StringComparison.Ordinal) &&
        !type.CustomAttributes.Any(a => a.AttributeType.Name is "CompilerGeneratedAttribute" or "EmbeddedAttribute") &&
        !type.Namespace.EndsWith(".Generated", StringComparison.Ordinal);

    private static IEnumerable<TypeReference?> Mentions(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(i => i.InterfaceType),
        .. type.GenericParameters.SelectMany(g => g.Constraints).Select(c => c.ConstraintType),
        .. type.CustomAttributes.Select(a => a.AttributeType),
        .. type.Fields.Select(f => f.FieldType),
        .. type.Methods.SelectMany(Mentions),
    ];

    private static IEnumerable<TypeReference?> Mentions(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(p => p.ParameterType),
        .. method.GenericParameters.SelectMany(g => g.Constraints).Select(c => c.ConstraintType),
        .. method.CustomAttributes.Select(a => a.AttributeType),
        .. method.HasBody ? method.Body.Variables.Select(v => v.VariableType) : [],
        .. method.HasBody ? method.Body.ExceptionHandlers.Select(h => h.CatchType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(Mentions) : [],
    ];

    private static IEnumerable<TypeReference?> Mentions(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(p => p.ParameterType)],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
        FunctionPointerType pointer => [.. Parts(pointer.ReturnType), .. pointer.Parameters.SelectMany(p => Parts(p.ParameterType))],
        RequiredModifierType modified => [.. Parts(modified.ModifierType), .. Parts(modified.ElementType)],
        OptionalModifierType modified => [.. Parts(modified.ModifierType), .. Parts(modified.ElementType)],
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
