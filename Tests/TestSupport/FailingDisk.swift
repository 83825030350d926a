import Synchronization
package import SystemPackage
package import WorkTree

/// A disk that fails at one of its steps.
package final class FailingDisk: Sendable {
  private let failing: Int
  private let isDead: Bool
  private let error: Errno
  private let taken = Mutex<[Disk.Step]>([])

  /// - Parameters:
  ///   - failing: The step that fails, from 0.
  ///   - isDead: Whether all later steps fail as well, as if the process had been killed.
  package init(failingAt failing: Int, isDead: Bool, error: Errno = .noSpace) {
    self.failing = failing
    self.isDead = isDead
    self.error = error
  }

  package var disk: Disk {
    Disk(flushes: false) { [self] step in
      let place = taken.withLock { taken in
        taken.append(step)
        return taken.count - 1
      }
      return (isDead ? place >= failing : place == failing) ? error : nil
    }
  }

  /// Whether the step was reached.
  package var hasFailed: Bool { taken.withLock { $0.count > failing } }
  /// The steps that were taken or tried.
  package var steps: [Disk.Step] { taken.withLock { $0 } }
  /// The step that failed.
  package var failedStep: Disk.Step? {
    taken.withLock { $0.indices.contains(failing) ? $0[failing] : nil }
  }
}
