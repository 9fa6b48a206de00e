RSpec.describe Courriers::RefusBourse do
  it "imprime la mention" do
    expect(subject.corps).to include("repose sur un traitement algorithmique")
    expect(subject.corps).to include("Commission d’accès aux documents administratifs")
  end
end
