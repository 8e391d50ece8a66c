package dev.hemstitch.examples.kit.world;

import dev.hemstitch.examples.http.AddressPolicy;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.kit.ads.AdPlaylists;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.ads.Slates;
import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An origin, an ad server and a catalog for a test. */
public final class World implements AutoCloseable {
    public final SampleOrigin origin = new SampleOrigin();
    public final LiveOrigin live = new LiveOrigin(origin.uri());
    public final AdServerDouble ads = new AdServerDouble(origin.uri());
    public final CatalogDouble catalog = new CatalogDouble(origin.uri(), live.uri(), ads.uri());

    /** A configuration of a service in this world, on any port; settings as {@code key, value, key, value}. */
    public ServiceConfiguration configuration(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("port", "0", "catalog.url", catalog.uri()));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return ServiceConfiguration.of(all);
    }

    /** What fetches from here: of any address and port. */
    public static HttpSource http(Duration timeout) {
        return HttpSource.builder()
                .addresses(AddressPolicy.ANY)
                .ports(Set.of())
                .timeout(timeout)
                .build();
    }

    /** What asks ad servers, without slate. */
    public static AdServer adServer(AdPlaylists playlists, Duration timeout, ServiceMetrics metrics) {
        Slates none = new Slates(List.of(), playlists);
        return new AdServer(http(timeout), playlists, none, timeout, timeout, metrics);
    }

    @Override
    public void close() {
        catalog.close();
        ads.close();
        live.close();
        origin.close();
    }
}
