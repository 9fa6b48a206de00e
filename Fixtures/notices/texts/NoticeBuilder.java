package decisions;

class NoticeBuilder {
    private final StringBuilder texte = new StringBuilder();

    NoticeBuilder mentionAlgorithme() {
        texte.append("Décision issue d'un traitement algorithmique. ");
        texte.append("Ce traitement a pour objet de calculer vos droits à ");
        texte.append("partir des pièces de votre dossier.").append('\n');
        texte.append("Article L. 311-3-1 : vous êtes en droit de demander les ");
        texte.append("règles appliquées et leurs principales caractéristiques, ");
        texte.append("par le téléservice https://droits.example/regles").append('\n');
        texte.append("Recours en cas de refus de communication : CADA, TSA 50730, ");
        texte.append("75334 Paris cedex 07.");
        return this;
    }
}
