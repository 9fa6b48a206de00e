import { Footer as Dsfr } from '@codegouvfr/react-dsfr/Footer';

export const Footer = () => (
  <Dsfr
    accessibility="partially compliant"
    license={
      <>
        Sauf mention explicite de propriété intellectuelle détenue par des tiers, les
        pages de ce site sont réutilisables sous{' '}
        <a href="https://github.com/etalab/licence-ouverte">licence etalab-2.0</a>.
      </>
    }
  />
);
