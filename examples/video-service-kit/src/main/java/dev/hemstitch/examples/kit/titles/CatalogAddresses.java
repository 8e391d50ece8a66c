package dev.hemstitch.examples.kit.titles;

import dev.hemstitch.examples.http.AddressPolicy;
import dev.hemstitch.examples.kit.http.RefusedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which addresses may be asked for ads: those of the public internet, and those of hosts that the catalog names. So an ad server
 * inside one's own network works, and what strangers write into ad responses reaches nothing else there.
 */
public final class CatalogAddresses implements AddressPolicy {
    private final Titles titles;
    private volatile Hosts known = Hosts.of(Map.of());

    /**
     * A policy.
     *
     * @param titles the titles of the catalog
     */
    public CatalogAddresses(Titles titles) {
        this.titles = titles;
    }

    @Override
    public boolean allows(InetAddress address) {
        return PUBLIC.allows(address) || hosts().stream().anyMatch(host -> has(host, address));
    }

    @SuppressWarnings("ReferenceEquality") // these very ones: comparing them would cost what finding the hosts does
    private Set<String> hosts() {
        try {
            Map<String, Title> now = titles.all();
            Hosts last = known;
            if (last.titles() != now) {
                last = Hosts.of(now);
                known = last;
            }
            return last.names();
        } catch (RefusedException e) {
            return Set.of();
        }
    }

    /** The hosts of titles, found out once, as every request to an ad server asks for them. */
    private record Hosts(Map<String, Title> titles, Set<String> names) {
        static Hosts of(Map<String, Title> titles) {
            return new Hosts(
                    titles,
                    titles.values().stream()
                            .flatMap(title -> Stream.concat(
                                    Stream.of(title.origin()),
                                    Stream.concat(title.vmap().stream(), title.adTag().stream())))
                            .flatMap(CatalogAddresses::host)
                            .collect(Collectors.toSet()));
        }
    }

    private static Stream<String> host(String uri) {
        int query = uri.indexOf('?'); // behind it may be macros, which no URI can hold
        try {
            return Stream.ofNullable(
                    URI.create(query < 0 ? uri : uri.substring(0, query)).getHost());
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static boolean has(String host, InetAddress address) {
        try {
            return Arrays.asList(InetAddress.getAllByName(host)).contains(address); // Java remembers what it looked up
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
