public void ComposeFooter(IContainer container)
{
    container.Text(text =>
    {
        text.DefaultTextStyle(s => s.FontSize(8));
        text.Span("Cette décision a été prise sur le fondement d’un ");
        text.Span("traitement algorithmique").Bold();
        text.Span(" par l’université de Corbelin, afin de répartir les étudiants ");
        text.Span("dans les groupes selon leurs vœux. ");
        text.Span("Ses règles, et la manière dont elles ont été appliquées à votre ");
        text.Span("cas, vous sont communiquées sur demande : ");
        text.Hyperlink("scolarite@corbelin.example", "mailto:scolarite@corbelin.example");
        text.Span(". Passé un mois sans réponse, la Commission d’accès aux documents ");
        text.Span("administratifs (CADA) peut être saisie.");
    });
}
