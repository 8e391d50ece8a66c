package dev.hemstitch.examples.http;

import java.net.InetAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the limits of an {@link HttpSource}; {@link HttpSource#builder} lists what holds if nothing is said. */
public final class HttpSourceBuilder {
    HostLookup lookup = host -> List.of(InetAddress.getAllByName(host));
    AddressPolicy addresses = AddressPolicy.PUBLIC;
    Duration timeout = Duration.ofSeconds(5);
    int mostBytes = 8 << 20;
    int mostRedirects = 5;
    boolean allowsDowngrade;
    Set<Integer> ports = Set.of(80, 443);
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Optional<HttpClient> client = Optional.empty();

    HttpSourceBuilder() {}

    /**
     * How long connecting may take. Of a client that is given, its own time holds.
     *
     * @param connectTimeout the time, more than zero
     * @return this builder
     * @throws IllegalArgumentException if it is not more than zero
     */
    public HttpSourceBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = positive(connectTimeout);
        return this;
    }

    /**
     * How long all of a fetch may take: looking hosts up, connecting, redirects, headers, and the body to its end.
     *
     * @param timeout the time, more than zero; at most a day is taken
     * @return this builder
     * @throws IllegalArgumentException if it is not more than zero
     */
    public HttpSourceBuilder timeout(Duration timeout) {
        this.timeout = positive(timeout);
        return this;
    }

    /**
     * How long a body may be, as it comes and unpacked. A source holds twice as much for a moment.
     *
     * @param mostBytes the most bytes, at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public HttpSourceBuilder mostBytes(int mostBytes) {
        if (mostBytes < 1) {
            throw new IllegalArgumentException("a body has room for no byte");
        }
        this.mostBytes = mostBytes;
        return this;
    }

    /**
     * How many redirects are followed.
     *
     * @param mostRedirects the most redirects, 0 to 20
     * @return this builder
     * @throws IllegalArgumentException if it is out of this range
     */
    public HttpSourceBuilder mostRedirects(int mostRedirects) {
        if (mostRedirects < 0 || mostRedirects > 20) {
            throw new IllegalArgumentException("from 0 to 20 redirects are followed");
        }
        this.mostRedirects = mostRedirects;
        return this;
    }

    /**
     * Lets redirects lead from https to http, where anybody on the way can read and change what comes.
     *
     * @return this builder
     */
    public HttpSourceBuilder allowDowngrade() {
        this.allowsDowngrade = true;
        return this;
    }

    /**
     * Which ports may be asked.
     *
     * @param ports the ports; empty for all
     * @return this builder
     */
    public HttpSourceBuilder ports(Set<Integer> ports) {
        this.ports = Set.copyOf(ports);
        return this;
    }

    /**
     * Which addresses may be asked.
     *
     * @param addresses the policy
     * @return this builder
     */
    public HttpSourceBuilder addresses(AddressPolicy addresses) {
        this.addresses = addresses;
        return this;
    }

    /**
     * What makes the requests, in place of a client without proxy: one with certificates, a proxy or threads of one's own.
     *
     * @param client the client
     * @return this builder
     * @throws IllegalArgumentException if it follows redirects, which are then not checked, or keeps cookies
     */
    public HttpSourceBuilder client(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER
                || client.cookieHandler().isPresent()) {
            throw new IllegalArgumentException("the client must neither follow redirects nor keep cookies");
        }
        this.client = Optional.of(client);
        return this;
    }

    /** For tests: the JDK's client does not use it. */
    HttpSourceBuilder lookup(HostLookup lookup) {
        this.lookup = lookup;
        return this;
    }

    /** {@return the source} */
    public HttpSource build() {
        return new HttpSource(this, ViewerHeaders.NONE);
    }

    HttpClient client() {
        return client.orElseGet(() -> HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    }

    private static Duration positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("there must be some time");
        }
        return duration;
    }
}
