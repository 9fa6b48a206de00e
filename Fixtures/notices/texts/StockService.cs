namespace Stock;

public sealed class TraitementAlgorithmique
{
    public void Executer(Entrepot entrepot)
    {
        Log.Info("Traitement algorithmique du stock lancé pour " + entrepot.Nom);
        if (!Regles.Verifier(entrepot)) Log.Error("Décision de réassort impossible");
    }
}
