package dev.hemstitch.examples.http;

import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.vast.AdResponseSource;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * Gets ad responses and playlists over HTTP. URIs in them, and redirects, are what strangers wrote; so each request, the
 * first and those behind redirects, is checked: http or https, no credentials, a port that may be asked, and no address of
 * the host, whether written or looked up, that the {@link AddressPolicy} refuses. Time and size have limits. No cookies are
 * kept. Immutable and safe for use by several threads; make one, and {@link #forViewer} of it for each viewer.
 *
 * <p><b>What remains.</b> The JDK's client looks a host up again when it connects. Whoever serves the name could answer with
 * a public address first and with a private one then. Java remembers an answer for 30 seconds (the security property
 * {@code networkaddress.cache.ttl}; do not set it to 0), so this must hit the moment in which it forgets; and the host
 * is checked again afterwards, against what Java then remembers, and the answer is thrown away if it may not be asked. What
 * an attacker can still get is a GET without credentials sent to a private address, seldom, without seeing the answer. Only
 * rules of the network outside of this process close that too, or (from Java 18) an
 * {@code InetAddressResolverProvider} that leaves private addresses out. Connecting to the checked address is no way out:
 * the client then cannot check a certificate for the name, and does not let one set the Host header. With a proxy, the proxy
 * looks hosts up, and it must hold the rules.
 */
public final class HttpSource implements AdResponseSource, PlaylistSource {
    /** An ad server's way to say that it has no ad, said as a response that has none: error 303, not 301. */
    private static final byte[] NO_ADS = "<VAST version=\"4.0\"/>".getBytes(StandardCharsets.US_ASCII);

    private static final int NO_CONTENT = 204;

    private final HttpClient client;
    private final CheckedHosts hosts;
    private final Duration timeout;
    private final int mostBytes;
    private final int mostRedirects;
    private final boolean allowsDowngrade;
    private final Set<Integer> ports;
    private final ViewerHeaders headers;

    HttpSource(HttpSourceBuilder builder, ViewerHeaders headers) {
        this.client = builder.client();
        this.hosts = new CheckedHosts(builder.lookup, builder.addresses);
        this.timeout = builder.timeout;
        this.mostBytes = builder.mostBytes;
        this.mostRedirects = builder.mostRedirects;
        this.allowsDowngrade = builder.allowsDowngrade;
        this.ports = builder.ports;
        this.headers = headers;
    }

    private HttpSource(HttpSource other, ViewerHeaders headers, int mostBytes) {
        this.client = other.client;
        this.hosts = other.hosts;
        this.timeout = other.timeout;
        this.mostBytes = mostBytes;
        this.mostRedirects = other.mostRedirects;
        this.allowsDowngrade = other.allowsDowngrade;
        this.ports = other.ports;
        this.headers = headers;
    }

    /**
     * Starts a source: 2 seconds for connecting, 5 for all of a fetch, 8 MiB, 5 redirects and none from https to http, ports 80
     * and 443, {@link AddressPolicy#PUBLIC}, no proxy, no headers of a viewer.
     *
     * @return the builder
     */
    public static HttpSourceBuilder builder() {
        return new HttpSourceBuilder();
    }

    /**
     * This source with what ad servers want to know of one viewer. It shares all else, connections too.
     *
     * @param viewer the headers to send with each request
     * @return the source for this viewer
     */
    public HttpSource forViewer(ViewerHeaders viewer) {
        return new HttpSource(this, viewer, mostBytes);
    }

    /**
     * This source with a lower limit. It shares all else, connections too.
     *
     * @param bytes the most bytes of a body, at least 1; no more than this source takes
     * @return the source
     */
    public HttpSource upTo(int bytes) {
        return new HttpSource(this, headers, Math.min(bytes, mostBytes));
    }

    /**
     * Gets an ad response. Status 204 is an ad response without ads.
     *
     * @throws RefusedRequestException if this URI, or one that it redirects to, is not to be asked for
     * @throws HttpStatusException if the server answers with another status
     * @throws java.net.http.HttpTimeoutException if it is not there in the time given here, or in that of this source
     */
    @Override
    public AdResponseSource.Fetched fetch(String uri, Duration timeLeft) throws IOException {
        try {
            HttpResource resource = get(uri, timeLeft);
            return new AdResponseSource.Fetched(resource.bytes(), resource.uri());
        } catch (HttpStatusException e) {
            if (e.statusCode() != NO_CONTENT) {
                throw e;
            }
            return new AdResponseSource.Fetched(NO_ADS.clone(), uri);
        }
    }

    /**
     * Gets a playlist.
     *
     * @throws RefusedRequestException if this URI, or one that it redirects to, is not to be asked for
     * @throws HttpStatusException if the server does not answer with status 200
     * @throws java.net.http.HttpTimeoutException if it is not there in time
     */
    @Override
    public PlaylistSource.Fetched fetch(String uri) throws IOException {
        HttpResource resource = get(uri, timeout);
        return new PlaylistSource.Fetched(resource.bytes(), resource.uri());
    }

    /**
     * Gets anything.
     *
     * @param uri an absolute URI; what may not stand in one is escaped
     * @param timeLeft how much time there is for all of it, but no more than this source has
     * @return the resource
     * @throws RefusedRequestException if this URI, or one that it redirects to, is not to be asked for
     * @throws HttpStatusException if the server does not answer with status 200
     * @throws java.net.http.HttpTimeoutException if it is not there in time
     * @throws IOException if the connection fails, the body is too long, or redirects do not end
     */
    public HttpResource get(String uri, Duration timeLeft) throws IOException {
        Duration given = timeLeft.compareTo(timeout) < 0 ? timeLeft : timeout;
        return new Exchange(this, new Deadline(given)).get(uri);
    }

    HttpClient client() {
        return client;
    }

    CheckedHosts hosts() {
        return hosts;
    }

    int mostBytes() {
        return mostBytes;
    }

    int mostRedirects() {
        return mostRedirects;
    }

    boolean allowsDowngrade() {
        return allowsDowngrade;
    }

    Set<Integer> ports() {
        return ports;
    }

    ViewerHeaders headers() {
        return headers;
    }
}
