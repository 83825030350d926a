/// How a sequence or a mapping is written: by indentation, or in brackets.
package enum YAMLCollectionStyle: Hashable, Sendable {
  case block, flow
}
