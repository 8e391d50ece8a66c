package dev.hemstitch.examples.kit.world;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An ad server whose answers are a function of its parameters: {@code /vmap?kind=fmp4&viewer=…}, {@code /vast?…} with one ad, and
 * {@code /beacon?…}, which it counts. The viewer's hash decides which ads come, and whether the middle of the pod is a wrapper.
 */
public final class AdServerDouble extends LoopbackServer {
    private final String origin;
    private volatile boolean remembers = true;
    private final List<String> beacons = Collections.synchronizedList(new ArrayList<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> addresses = Collections.synchronizedList(new ArrayList<>());

    public AdServerDouble(String origin) {
        this.origin = origin;
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        Map<String, String> parameters = parameters(query);
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Device-IP"))
                .ifPresent(address -> remember(addresses, address));
        switch (exchange.getRequestURI().getPath()) {
            case "/vmap" -> {
                remember(asked, query);
                send(exchange, 200, utf8(vmap(parameters)));
            }
            case "/vast" -> {
                remember(asked, query);
                send(exchange, 200, utf8(vast(parameters, parameters.getOrDefault("ad", "ad-10"))));
            }
            case "/vast-pod" -> {
                remember(asked, query);
                send(exchange, 200, utf8(pod(parameters)));
            }
            case "/beacon" -> {
                remember(beacons, query);
                send(exchange, 204, new byte[0]);
            }
            default -> send(exchange, 404, new byte[0]);
        }
    }

    private void remember(List<String> list, String what) {
        if (remembers) {
            list.add(what);
        }
    }

    /** For measuring: no list grows. */
    public void rememberNothing() {
        remembers = false;
    }

    /** What was called, in the order of arrival. */
    public List<String> beacons() {
        return copyOf(beacons);
    }

    /** The queries of requests for ads. */
    public List<String> asked() {
        return copyOf(asked);
    }

    /** The addresses of devices that it was told. */
    public List<String> addresses() {
        return copyOf(addresses);
    }

    private static List<String> copyOf(List<String> list) {
        synchronized (list) {
            return List.copyOf(list);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return parameters;
    }

    private String vmap(Map<String, String> parameters) {
        int luck = Math.floorMod(parameters.getOrDefault("viewer", "").hashCode(), 4);
        String[] ads = {luck % 2 == 0 ? "ad-10" : "ad-15", luck < 2 ? "ad-15" : "ad-10"};
        return "<vmap:VMAP xmlns:vmap=\"http://www.iab.net/videosuite/vmap\" version=\"1.0\">"
                + adBreak("start", "pre", inline(parameters, "pre", ads[0]))
                + adBreak(
                        "50%",
                        "mid",
                        wrapper(parameters, 1, ads[1])
                                + inline(parameters, "mid-2", ads[0]).replace("<Ad ", "<Ad sequence=\"2\" "))
                + adBreak("end", "post", inline(parameters, "post", ads[1]))
                + "</vmap:VMAP>";
    }

    private static String adBreak(String offset, String id, String ads) {
        return "<vmap:AdBreak timeOffset=\"" + offset + "\" breakType=\"linear\" breakId=\"" + id + "\">"
                + "<vmap:AdSource allowMultipleAds=\"true\" followRedirects=\"true\"><vmap:VASTAdData><VAST version=\"4.0\">"
                + ads + "</VAST></vmap:VASTAdData></vmap:AdSource></vmap:AdBreak>";
    }

    private String wrapper(Map<String, String> parameters, int sequence, String ad) {
        return "<Ad id=\"wrapped\" sequence=\"" + sequence
                + "\"><Wrapper><AdSystem>double</AdSystem><VASTAdTagURI><![CDATA["
                + uri() + "/vast?kind=" + parameters.get("kind") + "&ad=" + ad + "&viewer=" + parameters.get("viewer")
                + "&cb=[CACHEBUSTING]]]></VASTAdTagURI>"
                + "<Impression><![CDATA[" + uri() + "/beacon?event=wrapperImpression]]></Impression>"
                + "</Wrapper></Ad>";
    }

    private String vast(Map<String, String> parameters, String ad) {
        return "<VAST version=\"4.0\">" + inline(parameters, "single", ad) + "</VAST>";
    }

    /** Two ads for a live break, in an order that is the viewer's. */
    private String pod(Map<String, String> parameters) {
        boolean isEven = parameters.getOrDefault("viewer", "").hashCode() % 2 == 0;
        return "<VAST version=\"4.0\">"
                + inline(parameters, "live-1", isEven ? "ad-10" : "ad-15").replace("<Ad ", "<Ad sequence=\"1\" ")
                + inline(parameters, "live-2", isEven ? "ad-15" : "ad-10").replace("<Ad ", "<Ad sequence=\"2\" ")
                + "</VAST>";
    }

    private String inline(Map<String, String> parameters, String id, String ad) {
        String beacon = uri() + "/beacon?ad=" + id + "&event=";
        String events = List.of("start", "firstQuartile", "midpoint", "thirdQuartile", "complete").stream()
                .map(event -> "<Tracking event=\"" + event + "\"><![CDATA[" + beacon + event + "]]></Tracking>")
                .collect(Collectors.joining());
        return "<Ad id=\"" + id + "\"><InLine><AdSystem>double</AdSystem><AdTitle>" + ad + "</AdTitle>"
                + "<Impression><![CDATA[" + beacon + "impression]]></Impression><Creatives><Creative id=\"" + id
                + "\"><Linear>"
                + "<Duration>00:00:10</Duration><TrackingEvents>" + events + "</TrackingEvents><MediaFiles>"
                + "<MediaFile delivery=\"streaming\" type=\"application/vnd.apple.mpegurl\" width=\"320\" height=\"180\"><![CDATA["
                + origin + "/" + parameters.get("kind") + "/" + ad + "/multivariant.m3u8]]></MediaFile>"
                + "</MediaFiles></Linear></Creative></Creatives></InLine></Ad>";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
