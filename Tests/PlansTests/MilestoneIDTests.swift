import Plans
import Testing

@Suite struct MilestoneIDTests {
  @Test(
    "A branch's name tells its milestone",
    arguments: [
      ("ep/EP-20260117-014/MS001", ["EP-20260117-014/MS001"]),
      ("EP-20260117-014-MS002-login", ["EP-20260117-014/MS002"]),
      ("x/EP-20260117-014_MS003_a", ["EP-20260117-014/MS003"]),
      ("EP-20260117-014-MS0021", []), ("EP-20260117-014-MS02", []), ("EP-20260117-014MS001", []),
      ("EP-20260117-014", []), ("EP-20260117-014-", []), ("MS001", []), ("", []),
      (
        "EP-20260117-014-EP-20260117-015-MS001/EP-20260117-016/MS002",
        ["EP-20260117-015/MS001", "EP-20260117-016/MS002"]
      ),
    ])
  func names(_ name: String, _ milestones: [String]) {
    #expect(MilestoneID.all(inName: name).map(\.description) == milestones)
  }
}
