package dev.hemstitch.examples.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Looks hosts up in time, and refuses those that have an address which may not be asked. */
final class CheckedHosts {
    /** Looking up cannot be interrupted, so it has threads of its own; a name server that hangs holds no more than these. */
    private static final int MOST_LOOKUPS = 16;

    private final HostLookup lookup;
    private final AddressPolicy policy;
    private final Executor threads;

    CheckedHosts(HostLookup lookup, AddressPolicy policy) {
        this.lookup = lookup;
        this.policy = policy;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST_LOOKUPS, MOST_LOOKUPS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "host-lookup");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /**
     * Checks a host.
     *
     * @throws RefusedRequestException if one of its addresses may not be asked
     * @throws IOException if it cannot be looked up, or not in time
     */
    void check(String host, Deadline deadline) throws IOException {
        if (policy.equals(AddressPolicy.ANY)) {
            return; // behind a proxy, the names of others often cannot be looked up at all
        }
        for (InetAddress address : deadline.await(CompletableFuture.supplyAsync(() -> addresses(host), threads))) {
            if (!policy.allows(address)) {
                throw new RefusedRequestException(
                        "the host " + host + " has an address that may not be asked, " + address.getHostAddress());
            }
        }
    }

    private List<InetAddress> addresses(String host) {
        try {
            return lookup.addresses(host);
        } catch (UnknownHostException e) {
            IOException unknown = new UnknownHostException("the host " + host + " is unknown");
            unknown.initCause(e);
            throw new UncheckedIOException(unknown);
        }
    }
}
