type Props = { numero: string };

export const MentionAlgorithme = ({ numero }: Props) => (
  <small>
    D&eacute;cision n&deg;&nbsp;{numero} prise par la Ville de Montclair-sur-Loue
    &agrave; l&apos;aide d&apos;un traitement algorithmique&nbsp;: il sert
    &agrave; attribuer les places de centre de loisirs lorsque les demandes
    sont trop nombreuses. Le droit de conna&icirc;tre les r&egrave;gles de ce
    traitement et leur mise en &oelig;uvre est garanti par l&apos;article
    L.&nbsp;311-3-1 du code des relations entre le public et
    l&apos;administration&nbsp;; la CADA peut &ecirc;tre saisie en cas de refus.
  </small>
);
