export const CentreAccueil = ({ centre }) => (
  <article>
    <h2>CADA {centre.nom}</h2>
    <p>
      Le centre d’accueil pour demandeurs d’asile est géré par {centre.gestionnaire}. La
      décision d’admission est prise par l’Office, selon les règles fixées par la loi ;
      vous pouvez demander une place auprès du guichet unique.
    </p>
  </article>
);
