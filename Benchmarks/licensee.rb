# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
#
# What licensee says of each repository in the list on standard input (one path a line), all in one process so that
# Ruby's start and licensee's own licence texts are paid for once. Manifests and READMEs are read, as licensee's own
# command does by default. One line each on standard output: path, identifiers.

require 'licensee'

STDIN.each_line(chomp: true) do |path|
  project = Licensee::Projects::GitProject.new(path, detect_packages: true, detect_readme: true)
  puts "#{path}\t#{project.licenses.map(&:spdx_id).uniq.join(' ')}"
  project.close
rescue StandardError => e
  # An unborn HEAD, a missing object: codescan reads the same repository and says so too.
  puts "#{path}\terror: #{e.class}"
end
