package import GitModel

/// Tells what a forge is from what messages say, where its host's name does not.
package enum ForgeRule {
  /// Returns the forge of the newest message that names the remote's project, or an address on its host, in
  /// words that only one forge writes; `nil` where no message does.
  package static func kind(
    of remote: ForgeRemote, messages: [CommitIndex: MessageFacts]
  ) -> ForgeKind? {
    var newest: (commit: CommitIndex, kind: ForgeKind)?
    for (commit, message) in messages where newest.map({ $0.commit < commit }) ?? true {
      for mention in message.pullRequests where mention.forges.count == 1 {
        let isOwn =
          mention.host.map(remote.isAt) ?? true && mention.project.map(remote.isNamed) ?? true
        if isOwn, mention.host != nil || mention.project != nil {
          newest = (commit, mention.forges[0])
        }
      }
    }
    return newest?.kind
  }
}
