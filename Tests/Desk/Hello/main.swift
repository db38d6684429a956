import Glibc
import Hummingbird

// The least that a server made with Hummingbird does: what the desk is measured beside. It prints its address, as the
// desk does.
let router = Router()
router.get("/") { _, _ in "Hello" }
var application = Application(
  router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
  onServerRunning: { channel in
    print("Hello is said at http://127.0.0.1:\(channel.localAddress?.port ?? 0)/")
    fflush(nil)
  })
application.logger.logLevel = .error
try await application.runService()
