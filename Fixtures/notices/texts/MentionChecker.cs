namespace Labels;

/// <summary>Rejects a quantity without explicit mention of its unit.</summary>
/// <remarks>The decision is taken by the rules in <see cref="UnitRules"/>.</remarks>
public sealed class MentionChecker
{
    public bool HasExplicitMention(string text) => UnitRules.Any(text.Contains);
}
