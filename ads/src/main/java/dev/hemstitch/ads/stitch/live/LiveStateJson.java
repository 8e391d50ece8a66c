package dev.hemstitch.ads.stitch.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON form of a state, as short as JSON allows: it is stored for each viewer. {@code v} is the form's version, {@code p} how
 * many breaks were forgotten if any was, {@code s} the session, {@code r} the renditions and {@code b} the breaks; renditions are
 * named once and counted on from 0 in the cuts of breaks. Members are lists of values in the order of the records' components.
 */
final class LiveStateJson {
    private static final int VERSION = 1;
    private static final int SLATE = 1;
    private static final int ENDED = 2;
    private static final int MEASURED = 4;
    private static final int DEPENDENT = 1;
    private static final int DATE_RANGES = 2;
    private static final int CUT_VALUES = 6;
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private LiveStateJson() {}

    static String write(LiveState state) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("v", VERSION);
            if (state.passed() != 0) {
                json.writeNumberField("p", state.passed());
            }
            LiveState.Session session = state.session();
            numbers(
                    json,
                    "s",
                    session.zeroMicros(),
                    session.clockMicros(),
                    session.targetDuration(),
                    session.version(),
                    session.discontinuityOffset(),
                    session.lastDiscontinuity(),
                    session.restarts(),
                    (session.isDependent() ? DEPENDENT : 0) + (session.hasDateRanges() ? DATE_RANGES : 0));
            json.writeArrayFieldStart("r");
            List<String> names = new ArrayList<>();
            for (Map.Entry<String, RenditionState> entry : state.renditions().entrySet()) {
                names.add(entry.getKey());
                write(json, entry.getKey(), entry.getValue());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("b");
            for (LiveBreak each : state.breaks()) {
                write(json, each, names);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void numbers(JsonGenerator json, String name, long... values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values, 0, values.length);
    }

    private static void write(JsonGenerator json, String name, RenditionState state) throws IOException {
        json.writeStartArray();
        json.writeString(name);
        long[] values = {
            state.edge(),
            state.edgeHash(),
            state.edgeMicros(),
            state.edgeDiscontinuity(),
            state.edge() - state.firstIn(),
            state.firstHash(),
            state.correction(),
            state.offset(),
            state.last() - state.first(),
            state.last(),
            state.driftMicros(),
            state.stalledMicros(),
            state.restarts()
        };
        for (long value : values) {
            json.writeNumber(value);
        }
        boolean isAligned = !state.alignment().equals(Alignment.own(name))
                || !state.change().equals(Alignment.Change.NONE)
                || state.sinceDiscontinuityMicros() != 0;
        long flags = state.gridMicros() * 2 + (state.isUnmarked() ? 1 : 0);
        if (state.partMicros() != 0 || flags != 0 || isAligned) {
            json.writeNumber(flags);
            json.writeNumber(state.partMicros());
        }
        if (isAligned) {
            json.writeNumber(state.alignment().with());
            json.writeNumber(state.alignment().ahead());
            json.writeNumber(state.change().number());
            json.writeNumber(state.change().durations());
        }
        if (state.sinceDiscontinuityMicros() != 0) {
            json.writeNumber(state.sinceDiscontinuityMicros());
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, LiveBreak each, List<String> names) throws IOException {
        json.writeStartArray();
        json.writeString(each.id());
        json.writeNumber(each.startMicros());
        json.writeNumber(each.lengthMicros());
        json.writeStartArray();
        for (String ad : each.ads()) {
            json.writeString(ad);
        }
        json.writeEndArray();
        json.writeNumber(
                (each.hasSlate() ? SLATE : 0) + (each.isEnded() ? ENDED : 0) + (each.isMeasured() ? MEASURED : 0));
        json.writeNumber(each.firstDiscontinuity());
        json.writeNumber(each.units());
        json.writeNumber(each.endMicros());
        json.writeNumber(each.resumeMicros());
        json.writeNumber(each.offsetBehind());
        json.writeStartArray();
        for (Map.Entry<String, LiveBreak.Cut> entry : each.cuts().entrySet()) {
            json.writeNumber(names.indexOf(entry.getKey()));
            json.writeNumber(entry.getValue().start());
            json.writeNumber(entry.getValue().removed());
            json.writeNumber(entry.getValue().added());
            json.writeNumber(entry.getValue().skewMicros());
            json.writeNumber(entry.getValue().resumeMicros());
        }
        json.writeEndArray();
        json.writeEndArray();
    }

    static LiveState read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            int version = json.path("v").asInt(0);
            if (version != VERSION) {
                throw new IllegalArgumentException("the state has the version " + version + ", known is " + VERSION);
            }
            LiveState.Session session = session(new Values(json.path("s")));
            SortedMap<String, RenditionState> renditions = new TreeMap<>();
            List<String> names = new ArrayList<>();
            for (JsonNode node : json.path("r")) {
                Values values = new Values(node);
                String name = values.text();
                names.add(name);
                renditions.put(name, rendition(name, values));
            }
            List<LiveBreak> breaks = new ArrayList<>();
            for (JsonNode node : json.path("b")) {
                breaks.add(liveBreak(new Values(node), names));
            }
            return new LiveState(session, breaks, renditions, json.path("p").asLong(0));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the state is no JSON", e);
        }
    }

    private static LiveState.Session session(Values values) {
        long zero = values.number();
        long clock = values.number();
        long target = values.number();
        long version = values.number();
        long offset = values.number();
        long last = values.number();
        long restarts = values.number();
        long flags = values.number();
        return new LiveState.Session(
                zero,
                clock,
                target,
                version,
                offset,
                last,
                restarts,
                (flags & DEPENDENT) != 0,
                (flags & DATE_RANGES) != 0);
    }

    private static RenditionState rendition(String name, Values values) {
        long edge = values.number();
        int edgeHash = (int) values.number();
        long edgeMicros = values.number();
        long edgeDiscontinuity = values.number();
        long firstIn = edge - values.number();
        int firstHash = (int) values.number();
        long correction = values.number();
        long offset = values.number();
        long listed = values.number();
        long last = values.number();
        long drift = values.number();
        long stalled = values.number();
        long restarts = values.number();
        long flags = values.isMore() ? values.number() : 0;
        long parts = values.isMore() ? values.number() : 0;
        Alignment alignment =
                values.isMore() ? new Alignment((int) values.number(), values.number()) : Alignment.own(name);
        Alignment.Change change =
                values.isMore() ? new Alignment.Change(values.number(), (int) values.number()) : Alignment.Change.NONE;
        long sinceDiscontinuity = values.isMore() ? values.number() : 0;
        return new RenditionState(
                edge,
                edgeHash,
                edgeMicros,
                edgeDiscontinuity,
                firstIn,
                firstHash,
                correction,
                offset,
                last - listed,
                last,
                drift,
                stalled,
                restarts,
                parts,
                (flags & 1) != 0,
                alignment,
                change,
                flags >> 1,
                sinceDiscontinuity);
    }

    private static LiveBreak liveBreak(Values values, List<String> names) {
        String id = values.text();
        long start = values.number();
        long length = values.number();
        List<String> ads = new ArrayList<>();
        values.node().forEach(ad -> ads.add(ad.asText()));
        long flags = values.number();
        long firstDiscontinuity = values.number();
        int units = (int) values.number();
        long end = values.number();
        long resume = values.number();
        long offsetBehind = values.number();
        SortedMap<String, LiveBreak.Cut> cuts = new TreeMap<>();
        JsonNode list = values.node();
        Values cut = new Values(list);
        for (int i = 0; i + CUT_VALUES < list.size() + 1; i += CUT_VALUES) {
            int name = (int) cut.number();
            if (name < 0 || name >= names.size()) {
                throw new IllegalArgumentException("the state names a rendition that it does not have");
            }
            cuts.put(
                    names.get(name),
                    new LiveBreak.Cut(cut.number(), cut.number(), cut.number(), cut.number(), cut.number()));
        }
        return new LiveBreak(
                id,
                start,
                length,
                List.copyOf(ads),
                (flags & SLATE) != 0,
                (flags & ENDED) != 0,
                (flags & MEASURED) != 0,
                firstDiscontinuity,
                units,
                end,
                resume,
                offsetBehind,
                cuts);
    }

    /** The values of a list, one after the other. */
    private static final class Values {
        private final JsonNode list;
        private int next;

        Values(JsonNode list) {
            this.list = list;
        }

        JsonNode node() {
            JsonNode node = list.get(next);
            next++;
            if (node == null) {
                throw new IllegalArgumentException("the state lacks a value");
            }
            return node;
        }

        boolean isMore() {
            return next < list.size();
        }

        long number() {
            JsonNode node = node();
            if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                throw new IllegalArgumentException("the state has something else where a number must be");
            }
            return node.longValue();
        }

        String text() {
            JsonNode node = node();
            if (!node.isTextual()) {
                throw new IllegalArgumentException("the state has something else where a text must be");
            }
            return node.textValue();
        }
    }
}
