/**
 * Affiche la description du jeu.
 *
 * <p>Cette classe ne s'occupe que de l'affichage : aucun traitement algorithmique n'est
 * fait ici, les règles du jeu sont dans {@code Moteur}.
 */
public class PanneauDescription extends JPanel {
    private final Moteur moteur = new Moteur();
}
