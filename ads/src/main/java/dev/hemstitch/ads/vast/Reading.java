package dev.hemstitch.ads.vast;

import dev.hemstitch.ads.internal.xml.XmlAttribute;
import dev.hemstitch.ads.internal.xml.XmlElement;
import dev.hemstitch.ads.internal.xml.XmlException;
import dev.hemstitch.ads.internal.xml.XmlValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads values out of elements, and keeps what was wrong with them. */
final class Reading {
    private static final int MOST_PROBLEMS = 100;

    private final List<VastProblem> problems = new ArrayList<>();

    List<VastProblem> problems() {
        return problems;
    }

    void problem(XmlElement at, VastError error, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new VastProblem(error, at.line(), at.column(), message));
        }
    }

    static String message(XmlException e) {
        String message = e.getMessage();
        return message == null ? "this cannot be read as XML" : message;
    }

    static String echo(String text) {
        return XmlValues.echo(text);
    }

    /** An attribute as a single-line value. */
    Optional<String> attribute(XmlElement element, String name) {
        return element.attribute(name).flatMap(value -> line(element, value));
    }

    OptionalInt integer(XmlElement element, String name) {
        Optional<String> text = element.attribute(name);
        OptionalInt number = text.map(Reading::integer).orElse(OptionalInt.empty());
        if (text.isPresent() && number.isEmpty()) {
            problem(element, VastError.SCHEMA, name + "=" + echo(text.get()) + " is no whole number");
        }
        return number;
    }

    private static OptionalInt integer(String text) {
        int end = text.endsWith("px") ? text.length() - 2 : text.length();
        if (end < 1 || end > 10 || text.chars().limit(end).anyMatch(c -> c < '0' || c > '9')) {
            return OptionalInt.empty();
        }
        long number = Long.parseLong(text, 0, end, 10);
        return number > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) number);
    }

    OptionalLong size(XmlElement element, String name) {
        Optional<String> text = element.attribute(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        String digits = text.get();
        if (digits.length() > 18 || digits.chars().anyMatch(c -> c < '0' || c > '9')) {
            problem(element, VastError.SCHEMA, name + "=" + echo(digits) + " is no whole number");
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(digits));
    }

    Optional<Boolean> flag(XmlElement element, String name) {
        Optional<String> text = element.attribute(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Boolean> flag = XmlValues.flag(text.get());
        if (flag.isEmpty()) {
            problem(element, VastError.SCHEMA, name + "=" + echo(text.get()) + " is neither true nor false");
        }
        return flag;
    }

    Optional<VastOffset> offset(XmlElement element, String name) {
        Optional<String> text = element.attribute(name);
        Optional<VastOffset> offset = text.flatMap(VastOffset::parse);
        if (text.isPresent() && offset.isEmpty()) {
            problem(element, VastError.SCHEMA, name + "=" + echo(text.get()) + " is neither hh:mm:ss nor a percentage");
        }
        return offset;
    }

    OptionalLong time(XmlElement element, String what, Optional<String> text) {
        OptionalLong nanos = text.map(VastOffset::timeNanos).orElse(OptionalLong.empty());
        if (text.isPresent() && nanos.isEmpty()) {
            problem(element, VastError.SCHEMA, what + " " + echo(text.get()) + " is not hh:mm:ss");
        }
        return nanos;
    }

    /** An element's text as a single-line value. */
    Optional<String> line(XmlElement element) {
        return line(element, element.text());
    }

    /** The single-line value of the first child of a name that has one. */
    Optional<String> childLine(XmlElement parent, String name) {
        for (XmlElement child : parent.children(name)) {
            Optional<String> line = line(child);
            if (line.isPresent()) {
                return line;
            }
        }
        return Optional.empty();
    }

    /** Text as it is; elements in it as XML. */
    static Optional<String> text(XmlElement element) {
        String text = element.children().isEmpty()
                ? element.text()
                : element.innerXml().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static Optional<String> childText(XmlElement parent, String name) {
        return parent.child(name).flatMap(Reading::text);
    }

    /** A value without line breaks; empty if there is nothing, or something that belongs into no URL or identifier. */
    private Optional<String> line(XmlElement at, String text) {
        Optional<String> line = XmlValues.line(text);
        if (line.isEmpty() && !text.isEmpty()) {
            problem(at, VastError.SCHEMA, "control characters in " + echo(text));
        }
        return line;
    }

    /** The URL in an element, or in its child {@code URL} as before VAST 3. */
    Optional<String> url(XmlElement element) {
        Optional<String> url = line(element);
        return url.isPresent() ? url : childLine(element, "URL");
    }

    Optional<String> childUrl(XmlElement parent, String name) {
        for (XmlElement child : parent.children(name)) {
            Optional<String> url = url(child);
            if (url.isPresent()) {
                return url;
            }
        }
        return Optional.empty();
    }

    List<String> urls(XmlElement parent, String name) {
        List<String> urls = new ArrayList<>();
        parent.children(name).forEach(child -> url(child).ifPresent(urls::add));
        return urls;
    }

    List<VastUrl> identifiedUrls(XmlElement parent, String name) {
        List<VastUrl> urls = new ArrayList<>();
        for (XmlElement child : parent.children(name)) {
            url(child).ifPresent(url -> urls.add(new VastUrl(attribute(child, "id"), url)));
        }
        return urls;
    }

    /** The events in a {@code TrackingEvents} of an element; of several such, all. */
    List<TrackingEvent> trackingEvents(XmlElement parent) {
        List<TrackingEvent> events = new ArrayList<>();
        for (XmlElement group : parent.children("TrackingEvents")) {
            for (XmlElement tracking : group.children("Tracking")) {
                Optional<String> event = attribute(tracking, "event");
                if (event.isEmpty()) {
                    problem(tracking, VastError.SCHEMA, "Tracking without event");
                    continue;
                }
                Optional<VastOffset> offset = offset(tracking, "offset");
                url(tracking).ifPresent(url -> events.add(new TrackingEvent(event.get(), offset, url)));
            }
        }
        return events;
    }

    /** The extensions in an element such as {@code Extensions}. */
    List<VastExtension> extensions(XmlElement parent, String group, String name) {
        List<VastExtension> extensions = new ArrayList<>();
        for (XmlElement container : parent.children(group)) {
            for (XmlElement extension : container.children(name)) {
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

    Optional<AdParameters> adParameters(XmlElement parent) {
        return parent.child("AdParameters")
                .flatMap(element -> text(element)
                        .map(text ->
                                new AdParameters(flag(element, "xmlEncoded").orElse(false), text)));
    }
}
