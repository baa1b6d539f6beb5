import RespmapCommands

#if canImport(Glibc)
  import Glibc
#endif

exit(Respmap.run(Array(CommandLine.arguments.dropFirst()), console: .standard).rawValue)
