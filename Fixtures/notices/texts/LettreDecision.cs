using System.Text;

namespace Prefecture.Courriers;

public sealed class LettreDecision
{
    public string Mention(Demande demande) =>
        $"Votre demande du {demande.Date:d} a été instruite par la préfecture de " +
        $"{demande.Departement} avec le concours d'un traitement algorithmique, " +
        "qui a pour finalité de contrôler la complétude des pièces et d'ordonner " +
        "les dossiers par priorité. " +
        "En vertu de l'article L. 311-3-1 du code des relations entre le public " +
        "et l'administration, vous pouvez demander communication des règles " +
        "définissant ce traitement et des principales caractéristiques de sa mise " +
        $"en œuvre à l'adresse {demande.Courriel}.";

    public string Recours() =>
        "Recours contentieux : tribunal administratif, dans les deux mois.";
}
