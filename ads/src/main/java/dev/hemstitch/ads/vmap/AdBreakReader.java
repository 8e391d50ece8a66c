package dev.hemstitch.ads.vmap;

import dev.hemstitch.ads.internal.xml.XmlAttribute;
import dev.hemstitch.ads.internal.xml.XmlElement;
import dev.hemstitch.ads.internal.xml.XmlValues;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.vast.AdResponseLimits;
import dev.hemstitch.ads.vast.TrackingEvent;
import dev.hemstitch.ads.vast.VastException;
import dev.hemstitch.ads.vast.VastExtension;
import dev.hemstitch.ads.vast.VastOffset;
import dev.hemstitch.ads.vast.VastParser;
import dev.hemstitch.ads.vast.VastResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code AdBreak}, and keeps what was wrong. */
final class AdBreakReader {
    private static final int MOST_PROBLEMS = 100;

    private final AdResponseLimits limits;
    private final List<VmapProblem> problems = new ArrayList<>();

    AdBreakReader(AdResponseLimits limits) {
        this.limits = limits;
    }

    List<VmapProblem> problems() {
        return problems;
    }

    void problem(XmlElement at, VmapError error, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new VmapProblem(error, at.line(), at.column(), message));
        }
    }

    Optional<VmapAdBreak> read(XmlElement adBreak) {
        Optional<String> timeOffset = attribute(adBreak, "timeOffset");
        Optional<BreakPosition> position = timeOffset.flatMap(AdBreakReader::position);
        if (timeOffset.isEmpty() || position.isEmpty()) {
            problem(
                    adBreak,
                    VmapError.SCHEMA,
                    timeOffset
                            .map(text -> "timeOffset=" + XmlValues.echo(text)
                                    + " is none of start, end, hh:mm:ss, n% and #n")
                            .orElse("AdBreak without timeOffset"));
            return Optional.empty();
        }
        Optional<String> breakType = attribute(adBreak, "breakType");
        Optional<String> repeatAfter = attribute(adBreak, "repeatAfter");
        return Optional.of(new VmapAdBreak(
                timeOffset.get(),
                position.get(),
                breakType,
                attribute(adBreak, "breakId"),
                repeatAfter,
                repeatAfterNanos(adBreak, repeatAfter),
                adBreak.child("AdSource").map(this::adSource),
                trackingEvents(adBreak),
                extensions(adBreak)));
    }

    /** A bare number of seconds, which positions elsewhere may be, is nothing here. */
    private static Optional<BreakPosition> position(String timeOffset) {
        String text = timeOffset.toLowerCase(Locale.ROOT);
        boolean isNumber = text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        return isNumber ? Optional.empty() : BreakPosition.parse(text);
    }

    private OptionalLong repeatAfterNanos(XmlElement adBreak, Optional<String> text) {
        OptionalLong nanos = text.map(VastOffset::timeNanos).orElse(OptionalLong.empty());
        if (text.isPresent() && nanos.isEmpty()) {
            problem(adBreak, VmapError.SCHEMA, "repeatAfter=" + XmlValues.echo(text.get()) + " is not hh:mm:ss");
        }
        return nanos;
    }

    private VmapAdSource adSource(XmlElement source) {
        Optional<XmlElement> inline = source.child("VASTAdData").or(() -> source.child("VASTData"));
        Optional<XmlElement> tag = source.child("AdTagURI");
        Optional<XmlElement> custom = source.child("CustomAdData");
        Optional<String> uri = tag.flatMap(element -> line(element, element.text()));
        if (inline.isEmpty() && uri.isEmpty() && custom.isEmpty()) {
            problem(source, VmapError.SCHEMA, "AdSource with none of VASTAdData, AdTagURI and CustomAdData");
        }
        return new VmapAdSource(
                attribute(source, "id"),
                flag(source, "allowMultipleAds"),
                flag(source, "followRedirects"),
                inline.flatMap(this::vast),
                uri,
                custom.map(AdBreakReader::text),
                tag.or(() -> custom).flatMap(element -> attribute(element, "templateType")));
    }

    private static String text(XmlElement element) {
        return element.children().isEmpty()
                ? element.text()
                : element.innerXml().strip();
    }

    /** A response as elements, or, as some servers have it, as text. */
    private Optional<VastResponse> vast(XmlElement inline) {
        List<XmlElement> children = inline.children();
        try {
            if (!children.isEmpty()) {
                return Optional.of(VastParser.parseElement(children.get(0)));
            }
            String text = inline.text();
            if (text.startsWith("<")) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                return Optional.of(VastParser.create().withLimits(limits).parse(bytes));
            }
            problem(inline, VmapError.AD_RESPONSE_UNREADABLE, "there is no ad response in VASTAdData");
        } catch (VastException e) {
            problem(inline, VmapError.AD_RESPONSE_UNREADABLE, e.problem().message());
        }
        return Optional.empty();
    }

    private List<TrackingEvent> trackingEvents(XmlElement adBreak) {
        List<TrackingEvent> events = new ArrayList<>();
        for (XmlElement group : adBreak.children("TrackingEvents")) {
            for (XmlElement tracking : group.children("Tracking")) {
                Optional<String> event = attribute(tracking, "event");
                if (event.isEmpty()) {
                    problem(tracking, VmapError.SCHEMA, "Tracking without event");
                    continue;
                }
                line(tracking, tracking.text())
                        .ifPresent(url -> events.add(new TrackingEvent(event.get(), Optional.empty(), url)));
            }
        }
        return events;
    }

    List<VastExtension> extensions(XmlElement parent) {
        List<VastExtension> extensions = new ArrayList<>();
        for (XmlElement group : parent.children("Extensions")) {
            for (XmlElement extension : group.children("Extension")) {
                Map<String, String> attributes = new LinkedHashMap<>();
                for (XmlAttribute attribute : extension.attributes()) {
                    attributes.put(attribute.name(), attribute.value());
                }
                extensions.add(new VastExtension(
                        attribute(extension, "type"),
                        attributes,
                        extension.text(),
                        extension.innerXml().strip()));
            }
        }
        return extensions;
    }

    Optional<String> attribute(XmlElement element, String name) {
        return element.attribute(name).flatMap(value -> line(element, value));
    }

    private Optional<Boolean> flag(XmlElement element, String name) {
        Optional<String> text = element.attribute(name);
        Optional<Boolean> flag = text.flatMap(XmlValues::flag);
        if (text.isPresent() && flag.isEmpty()) {
            problem(element, VmapError.SCHEMA, name + "=" + XmlValues.echo(text.get()) + " is neither true nor false");
        }
        return flag;
    }

    private Optional<String> line(XmlElement at, String text) {
        Optional<String> line = XmlValues.line(text);
        if (line.isEmpty() && !text.isEmpty()) {
            problem(at, VmapError.SCHEMA, "control characters in " + XmlValues.echo(text));
        }
        return line;
    }
}
