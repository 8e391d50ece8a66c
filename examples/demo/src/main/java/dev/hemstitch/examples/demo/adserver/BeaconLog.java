package dev.hemstitch.examples.demo.adserver;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** The beacons that came, the last two thousand. Thread-safe. */
final class BeaconLog {
    private static final int LIMIT = 2000;

    private record Entry(long number, Instant time, String query, Map<String, String> parameters) {}

    private final ObjectMapper json = new ObjectMapper();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long next = 1;

    synchronized void add(Instant time, String query, Map<String, String> parameters) {
        entries.add(new Entry(next++, time, query, Map.copyOf(parameters)));
        if (entries.size() > LIMIT) {
            entries.remove();
        }
    }

    /** Those with a greater number, oldest first. */
    synchronized String toJson(long after) {
        ArrayNode list = json.createArrayNode();
        for (Entry entry : entries) {
            if (entry.number() > after) {
                ObjectNode node = list.addObject()
                        .put("number", entry.number())
                        .put("time", entry.time().toString())
                        .put("query", entry.query());
                entry.parameters().forEach((name, value) -> {
                    if (!node.has(name)) {
                        node.put(name, value);
                    }
                });
            }
        }
        return list.toString();
    }
}
