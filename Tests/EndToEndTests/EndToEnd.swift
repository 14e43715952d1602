import Testing

/// The finished program, driven from outside: in a real terminal (tmux), through pipes, by signals.
/// One test after another, since each starts processes and waits for them.
@Suite(.serialized, .timeLimit(.minutes(2))) enum EndToEnd {}
