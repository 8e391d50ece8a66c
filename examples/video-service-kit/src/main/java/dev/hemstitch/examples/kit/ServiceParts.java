package dev.hemstitch.examples.kit;

import dev.hemstitch.examples.http.AddressPolicy;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.kit.ads.AdPlaylists;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.ads.Slates;
import dev.hemstitch.examples.kit.beacon.BeaconDesk;
import dev.hemstitch.examples.kit.beacon.BeaconSender;
import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.fetch.DaemonThreads;
import dev.hemstitch.examples.kit.http.AnswerRoom;
import dev.hemstitch.examples.kit.live.LivePlayback;
import dev.hemstitch.examples.kit.playback.Playback;
import dev.hemstitch.examples.kit.session.MemorySessionStore;
import dev.hemstitch.examples.kit.session.RedisSessionStore;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.titles.CatalogAddresses;
import dev.hemstitch.examples.kit.titles.Title;
import dev.hemstitch.examples.kit.titles.Titles;
import dev.hemstitch.examples.kit.vod.VodPlayback;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * What a service is made of.
 *
 * @param metrics what it counts
 * @param log logs requests
 * @param titles which titles there are
 * @param vod plays those that have an end
 * @param live plays those that have none
 * @param beacons sends beacons
 * @param sessions where sessions are
 * @param sender what sends beacons
 * @param threads what waits for the origin
 * @param adThreads what waits for ad servers when breaks start
 */
record ServiceParts(
        ServiceMetrics metrics,
        RequestLog log,
        Titles titles,
        Playback vod,
        Playback live,
        BeaconDesk beacons,
        SessionStore sessions,
        BeaconSender sender,
        ExecutorService threads,
        ExecutorService adThreads)
        implements AutoCloseable {
    private static final int MOST_THREADS = 64;
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_CLIENT_THREADS = 8;

    private static final int MOST_BREAKS_WAITING = 10_000;
    private static final int MOST_AD_RESPONSE_BYTES = 1 << 20;

    static ServiceParts of(ServiceConfiguration configuration, AnswerRoom room) {
        ServiceMetrics metrics = new ServiceMetrics();
        metrics.gauge("answers.bytes", "Bytes of answers that clients have not taken yet", room::taken);
        Duration timeout = configuration.originTimeout();
        Duration longest = configuration.titleTimeout();
        ExecutorService threads = DaemonThreads.pool("fetch", MOST_THREADS, MOST_WAITING);
        // The catalog is ours, and says where origins are; what ad servers say is looked at more closely.
        HttpSource ours = HttpSource.builder()
                .client(client(timeout).build())
                .addresses(AddressPolicy.ANY)
                .ports(Set.of())
                .timeout(timeout)
                .build();
        Titles titles = new Titles(configuration.catalog(), ours, timeout, threads, metrics);
        HttpSource theirs = HttpSource.builder()
                .client(client(timeout).executor(clientThreads()).build())
                .addresses(new CatalogAddresses(titles))
                .ports(Set.of())
                .timeout(timeout)
                .build();
        SessionStore sessions = sessions(configuration);
        // The slate is ours, too.
        Slates slates = new Slates(configuration.slates(), new AdPlaylists(ours, threads, metrics));
        AdServer adServer = new AdServer(
                theirs.upTo(MOST_AD_RESPONSE_BYTES),
                new AdPlaylists(theirs, threads, metrics),
                slates,
                configuration.adTimeout(),
                timeout,
                metrics);
        BeaconSender sender = new BeaconSender(theirs, metrics);
        ExecutorService adThreads = DaemonThreads.pool("ads", DaemonThreads.mostWaiting(), MOST_BREAKS_WAITING);
        return new ServiceParts(
                metrics,
                new RequestLog(metrics),
                titles,
                new VodPlayback(ours, longest, adServer, sessions, configuration.sessionLength(), threads, metrics),
                new LivePlayback(
                        ours,
                        longest,
                        configuration.snapshotAge(),
                        adServer,
                        slates,
                        configuration.adTimeout(),
                        sessions,
                        threads,
                        adThreads,
                        metrics),
                new BeaconDesk(sessions, sender, metrics),
                sessions,
                sender,
                threads,
                adThreads);
    }

    private static HttpClient.Builder client(Duration timeout) {
        return HttpClient.newBuilder()
                .connectTimeout(timeout)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER);
    }

    /**
     * When a break starts, the client's own pool grows to as many threads as there are requests, which cost more than what they do. A
     * few are enough, as they never wait: hosts have been looked up by then, to be checked.
     */
    private static Executor clientThreads() {
        return DaemonThreads.pool("http-client", MOST_CLIENT_THREADS, Integer.MAX_VALUE);
    }

    private static SessionStore sessions(ServiceConfiguration configuration) {
        return configuration
                .redis()
                .<SessionStore>map(uri -> new RedisSessionStore(uri, configuration.sessionLength()))
                .orElseGet(() -> new MemorySessionStore(configuration.sessionLength(), configuration.sessionBytes()));
    }

    Playback playback(Title title) {
        return title.kind() == Title.Kind.LIVE ? live : vod;
    }

    @Override
    public void close() {
        sender.close();
        threads.shutdownNow();
        adThreads.shutdownNow();
        sessions.close();
    }
}
