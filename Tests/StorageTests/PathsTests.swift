import Storage
import Testing

struct PathsTests {
  private func folders(_ environment: [String: String]) -> [String]? {
    Paths(environment: environment).map { [$0.data, $0.configuration] }
  }

  @Test func withoutAnyVariableThingsLieBelowTheHome() {
    #expect(
      folders(["HOME": "/home/ada"]) == [
        "/home/ada/.local/share/inkling", "/home/ada/.config/inkling",
      ])
  }

  @Test func theVariablesOfXDGAreFollowed() {
    #expect(
      folders(["HOME": "/home/ada", "XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/settings"])
        == ["/data/inkling", "/settings/inkling"])
    #expect(
      folders(["HOME": "/home/ada", "XDG_DATA_HOME": "/data"])
        == ["/data/inkling", "/home/ada/.config/inkling"])
    #expect(
      folders(["HOME": "/home/ada", "XDG_CONFIG_HOME": "/settings"])
        == ["/home/ada/.local/share/inkling", "/settings/inkling"])
  }

  @Test(arguments: ["", ".", "data", "./data", "~/data"])
  func relativeVariablesAreIgnored(path: String) {
    #expect(
      folders(["HOME": "/home/ada", "XDG_DATA_HOME": path, "XDG_CONFIG_HOME": path])
        == ["/home/ada/.local/share/inkling", "/home/ada/.config/inkling"])
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "ada"], ["XDG_DATA_HOME": "/data"]])
  func withoutAHomeThereIsNoPlace(environment: [String: String]) {
    #expect(folders(environment) == nil)
  }

  @Test func bothVariablesAreEnoughWithoutAHome() {
    #expect(
      folders(["XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/settings"])
        == ["/data/inkling", "/settings/inkling"])
  }

  @Test(arguments: [[:], ["HOME": "/home/ada", "XDG_DATA_HOME": "/data"]])
  func aNamedFolderIsTakenAsItIs(environment: [String: String]) {
    let paths = Paths(environment: environment, dataFolder: "here/there")
    #expect(paths?.data == "here/there")
    #expect(paths?.configuration == "here/there")
  }
}
