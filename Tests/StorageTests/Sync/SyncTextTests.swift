import Testing

@testable import Storage

/// What git and people say, read without running anything.
@Suite struct SyncTextTests {
  @Test(arguments: [
    ("fatal: unable to access 'https://x.org/r/': Could not resolve host: x.org", "unreachable"),
    (
      "ssh: Could not resolve hostname x.org: Name or service not known\r\nfatal: Could not read "
        + "from remote repository.\n\nPlease make sure you have the correct access rights\n"
        + "and the repository exists.", "unreachable"
    ),
    ("ssh: connect to host x.org port 22: Connection timed out", "unreachable"),
    ("fatal: unable to access 'https://x/': Failed to connect to x port 443", "unreachable"),
    ("git@x.org: Permission denied (publickey).\nfatal: Could not read from remote", "refused"),
    (
      "fatal: could not read Username for 'https://x.org': terminal prompts disabled",
      "refused"
    ),
    ("remote: Invalid\nfatal: Authentication failed for 'https://x.org/r/'", "refused"),
    ("fatal: unable to access 'https://x/': The requested URL returned error: 403", "refused"),
    ("Host key verification failed.\nfatal: Could not read from remote repository.", "unknownHost"),
    (
      "fatal: '/mnt/r' does not appear to be a git repository\nfatal: Could not read from remote",
      "missing"
    ),
    ("remote: Not Found\nfatal: repository 'https://x.org/r/' not found", "missing"),
    ("error: remote unpack failed: unable to create temporary object directory", "declined"),
    ("", "declined"),
  ])
  func troubleIsTold(errors: String, trouble: String) {
    let read = RemoteTrouble(errors)
    #expect("\(read)".hasPrefix(trouble))
    let sentence = SyncFailure.remote(read, remote: "x.org:r").description
    #expect(Self.isOneSentence(sentence))
    #expect(sentence.contains("x.org:r"))
  }

  @Test func everyFailureIsOneSentence() {
    let failures: [SyncFailure] = [
      .noGit, .noAnswer, .noDescriptors, .notAnAddress, .notAFolderOfItsOwn(folder: "/d"),
      .alreadyRunning,
      .unfinished(folder: "/d", path: "log/a.jsonl"), .filtered(path: "/d/.gitattributes"),
      .conflict(folder: "/d", path: "vault.json"), .twoLocks, .strangeVault(remote: "r"),
      .locked(path: "/d/.git/index.lock"), .strangeFile(path: "link", remote: "r"),
      .strangeRemote(remote: "r"), .keepsChanging,
      .git(doing: "add", folder: "/d", reason: GitReason("fatal: \u{1B}[31mno\u{7}\nmore")),
    ]
    for failure in failures { #expect(Self.isOneSentence(failure.description)) }
    for sentence in [SyncHistory.holdsRemoved, SyncReport(outcome: .noRemote).sentences[0]] {
      #expect(Self.isOneSentence(sentence))
    }
    #expect(failures.last?.description.hasSuffix("fatal: [31mno.") == true)
  }

  private static func isOneSentence(_ text: String) -> Bool {
    text.hasSuffix(".") && !text.contains(". ")
      && text.unicodeScalars.allSatisfy { $0.value >= 32 && !(127..<160).contains($0.value) }
  }

  @Test(arguments: [
    ("/srv/r.git", "/srv/r.git"), ("../r.git", "/here/../r.git"), ("r.git", "/here/r.git"),
    ("a/b:c", "/here/a/b:c"), ("git@x.org:me/r.git", "git@x.org:me/r.git"),
    ("x:r", "x:r"), ("https://x.org/r", "https://x.org/r"), ("file:///srv/r", "file:///srv/r"),
    ("", nil), ("-x", nil), ("--upload-pack=sh", nil), ("a\nb", nil), ("a\u{7F}", nil),
  ])
  func anAddressIsRead(text: String, address: String?) {
    #expect(RemoteAddress.read(text, from: "/here") == address)
  }

  @Test func passwordsAreNotShown() {
    #expect(RemoteAddress.shown("https://me:secret@x.org/r") == "https://x.org/r")
    #expect(
      RemoteAddress.shown("fatal: 'https://me:a@b@x.org/r' and ssh://git@y no")
        == "fatal: 'https://x.org/r' and ssh://y no")
    #expect(RemoteAddress.shown("git@x.org:me/r.git") == "git@x.org:me/r.git")
    let reason = GitReason("fatal: unable to access 'https://me:secret@x.org/r/': no")
    #expect(reason.text == "fatal: unable to access 'https://x.org/r/': no.")
  }

  @Test func onlyOursIsShared() {
    for path in [
      "log/a.jsonl", "log/import-0f.jsonl", "vault.json", ".gitignore", ".gitattributes",
    ] {
      #expect(SharedFiles.isShared(path))
    }
    for path in [
      "../x", "log/../../x.jsonl", "/log/x.jsonl", "log//x.jsonl", "./vault.json", ".git/config",
      "schedule.json", "device/x", "lock", "config.json", "a.jsonl", "log/a/b.jsonl",
      "log/a.jsonl.unreadable", "log/a.jsonl.tmp", ".stversions/log/a.jsonl", "README.md",
    ] {
      #expect(!SharedFiles.isShared(path))
    }
    for path in ["README.md", "LICENSE"] { #expect(SharedFiles.isHosts(path)) }
    for path in ["a/README", "export.json", "log/README", "vault.json", ".gitignore"] {
      #expect(!SharedFiles.isHosts(path))
    }
  }

  @Test(arguments: [
    (["log/a.jsonl", "x"], ["x"], true), ([], [], true), ([], ["x"], false), (["x"], [], false),
    (["README.md", ".gitignore"], ["LICENSE"], true), (["vault.json"], [], true),
    ([], ["log/a.jsonl"], false), (["README.md"], ["src/README.md"], false),
  ])
  func aRemoteIsJoinedThatIsNobodysElse(main: [String], others: [String], isJoined: Bool) {
    #expect(SharedFiles.isJoinable(main: main, others: others) == isJoined)
  }

  @Test(arguments: [
    ("fatal: Unable to create '/d/.git/index.lock': File exists.", "/d/.git/index.lock"),
    (
      "fatal: update_ref failed for ref 'refs/heads/main': cannot lock ref 'refs/heads/main': "
        + "Unable to create '/d/.git/refs/heads/main.lock': File exists.\n\nAnother git process",
      "/d/.git/refs/heads/main.lock"
    ),
    ("error: Unable to create '/r.git/refs/heads/main.lock': File exists.", nil),
    ("fatal: bad object 'x.lock'", nil), ("", nil),
  ])
  func aLockThatGitLeftIsRead(errors: String, path: String?) {
    #expect(SyncFailure.leftLock(errors, folder: "/d") == path.map(SyncFailure.locked))
  }

  @Test func everythingIsToldOfASync() {
    var report = SyncReport(outcome: .synced(received: 0, sent: true))
    #expect(report.sentences.count == 1)
    report.restored = 1
    report.isLocked = true
    report.historyHoldsRemoved = true
    #expect(report.sentences.count == 4)
    #expect(report.sentences[1].hasPrefix("1 line that"))
    #expect(report.sentences.allSatisfy(Self.isOneSentence))
  }

  @Test func linesAreAddedOnce() throws {
    #expect(SharedFiles.adding(["a", "b"], to: "mine\na") == "mine\na\nb\n")
    #expect(SharedFiles.adding(["a", "b"], to: "") == "a\nb\n")
    #expect(SharedFiles.adding(["a", "b"], to: "b\r\na\n") == nil)
  }

  @Test func aTreeIsRead() {
    let listing = "100644 blob 1a\tlog/ä b.jsonl\0120000 blob 2b\tlink\0"
    let files = TreeFile.read(Array(listing.utf8))
    #expect(
      files == [
        "log/ä b.jsonl": TreeFile(mode: "100644", id: "1a"),
        "link": TreeFile(mode: "120000", id: "2b"),
      ])
    #expect(TreeFile.read([]).isEmpty)
    #expect(
      String(decoding: TreeFile.indexInput(files).prefix(16), as: UTF8.self)
        == "120000 2b\tlink\0" + "1")
  }

  /// Base, ours, theirs and what comes of it, for a log and for another file; 1, 2, 3 are contents.
  @Test(arguments: [
    ("", "", "1", "1", "1"), ("", "1", "", "1", "1"), ("1", "1", "1", "1", "1"),
    ("1", "2", "1", "both", "2"), ("1", "1", "2", "both", "2"), ("1", "2", "2", "2", "2"),
    ("1", "2", "3", "both", "conflict"), ("", "1", "2", "both", "conflict"),
    ("1", "", "1", "1", ""), ("1", "1", "", "1", ""), ("1", "", "2", "2", "conflict"),
    ("1", "", "", "", ""),
  ])
  func aFileIsSettled(base: String, ours: String, theirs: String, log: String, other: String) {
    func files(_ path: String, _ id: String) -> [String: TreeFile] {
      id.isEmpty ? [:] : [path: TreeFile(mode: "100644", id: id)]
    }
    for (path, expected) in [("log/a.jsonl", log), ("vault.json", other)] {
      let merge = TreeMerge(
        base: files(path, base), ours: files(path, ours), theirs: files(path, theirs))
      #expect(merge.combined == (expected == "both" ? [path] : []))
      #expect(merge.conflicts == (expected == "conflict" ? [path] : []))
      let isSettled = !["both", "conflict"].contains(expected)
      #expect(merge.files == (isSettled ? files(path, expected) : [:]))
    }
  }
}
