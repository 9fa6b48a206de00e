export const ConseilPage = () => (
  <section>
    <h2>Vous utilisez l’IA dans vos décisions ?</h2>
    <p>
      L’article <strong>L. 311-3-1</strong> du code des relations entre le public et
      l’administration impose une mention explicite ; l’article L. 312-1-3 impose de publier
      les règles. Nos consultants vous accompagnent.
    </p>
  </section>
);
