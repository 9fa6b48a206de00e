import { Lien } from './Lien';

export function NotificationAide({ admin, aide }) {
  return (
    <section className="fr-callout">
      <h3>Votre {aide.libelle}</h3>
      <p>Montant accordé : {aide.montant} €</p>
      <p>
        La présente décision a été prise par <strong>{admin.nom}</strong>{' '}
        sur le fondement d’un <strong>traitement</strong>{' '}
        <strong>algorithmique</strong> qui permet de{' '}
        {aide.finalite}.
      </p>
      <p>
        Vous pouvez demander la communication des{' '}
        <Lien href={admin.urlRegles}>règles définissant ce traitement</Lien> et des
        principales caractéristiques de sa mise en œuvre à l’adresse{' '}
        <a href={`mailto:${admin.courriel}`}>{admin.courriel}</a>. En cas de silence,
        saisissez la <abbr>CADA</abbr>.
      </p>
    </section>
  );
}
