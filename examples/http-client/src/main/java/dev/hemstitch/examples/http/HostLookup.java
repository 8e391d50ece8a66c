package dev.hemstitch.examples.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** How the addresses of a host are found: by Java's own resolver, but for tests. */
@FunctionalInterface
interface HostLookup {
    /** All addresses of a name, or the one of a literal; at least one. */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
