/// Git did not do what a scene needs.
struct SceneError: Error, CustomStringConvertible {
  let description: String
}
