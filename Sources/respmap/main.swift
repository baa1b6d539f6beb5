import Glibc
import RespmapCommands

// A reader that goes away is a failed write, which has its exit status, and not the end of the process.
signal(SIGPIPE, SIG_IGN)
exit(Respmap.run(Array(CommandLine.arguments.dropFirst()), console: .standard).rawValue)
