package dev.hemstitch.ads.vast;

import dev.hemstitch.ads.internal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code Linear}. */
final class LinearReader {
    private final Reading reading;
    private final CompanionReader companions;

    LinearReader(Reading reading, CompanionReader companions) {
        this.reading = reading;
        this.companions = companions;
    }

    Linear read(XmlElement linear) {
        List<XmlElement> files = linear.children("MediaFiles");
        List<XmlElement> clicks = linear.children("VideoClicks");
        return new Linear(
                reading.time(linear, "Duration", reading.childLine(linear, "Duration")),
                reading.offset(linear, "skipoffset"),
                mediaFiles(files),
                mezzanines(files),
                interactiveCreativeFiles(files),
                closedCaptionFiles(files),
                reading.trackingEvents(linear),
                clicks(clicks, "ClickThrough").stream().findFirst(),
                clicks(clicks, "ClickTracking"),
                clicks(clicks, "CustomClick"),
                companions.icons(linear),
                reading.adParameters(linear));
    }

    private List<VastUrl> clicks(List<XmlElement> groups, String name) {
        List<VastUrl> urls = new ArrayList<>();
        groups.forEach(group -> urls.addAll(reading.identifiedUrls(group, name)));
        return urls;
    }

    private List<MediaFile> mediaFiles(List<XmlElement> groups) {
        List<MediaFile> files = new ArrayList<>();
        for (XmlElement element : each(groups, "MediaFile")) {
            Optional<String> url = url(element);
            url.ifPresent(present -> files.add(new MediaFile(
                    present,
                    reading.attribute(element, "id"),
                    reading.attribute(element, "delivery"),
                    reading.attribute(element, "type"),
                    reading.integer(element, "width"),
                    reading.integer(element, "height"),
                    reading.attribute(element, "codec"),
                    reading.integer(element, "bitrate"),
                    reading.integer(element, "minBitrate"),
                    reading.integer(element, "maxBitrate"),
                    reading.flag(element, "scalable"),
                    reading.flag(element, "maintainAspectRatio"),
                    reading.attribute(element, "apiFramework"),
                    reading.size(element, "fileSize"),
                    reading.attribute(element, "mediaType"))));
        }
        return files;
    }

    private List<Mezzanine> mezzanines(List<XmlElement> groups) {
        List<Mezzanine> files = new ArrayList<>();
        for (XmlElement element : each(groups, "Mezzanine")) {
            url(element)
                    .ifPresent(url -> files.add(new Mezzanine(
                            url,
                            reading.attribute(element, "id"),
                            reading.attribute(element, "delivery"),
                            reading.attribute(element, "type"),
                            reading.integer(element, "width"),
                            reading.integer(element, "height"),
                            reading.attribute(element, "codec"),
                            reading.size(element, "fileSize"),
                            reading.attribute(element, "mediaType"))));
        }
        return files;
    }

    private List<InteractiveCreativeFile> interactiveCreativeFiles(List<XmlElement> groups) {
        List<InteractiveCreativeFile> files = new ArrayList<>();
        for (XmlElement element : each(groups, "InteractiveCreativeFile")) {
            url(element)
                    .ifPresent(url -> files.add(new InteractiveCreativeFile(
                            url,
                            reading.attribute(element, "type"),
                            reading.attribute(element, "apiFramework"),
                            reading.flag(element, "variableDuration"))));
        }
        return files;
    }

    private List<ClosedCaptionFile> closedCaptionFiles(List<XmlElement> groups) {
        List<ClosedCaptionFile> files = new ArrayList<>();
        for (XmlElement element : each(each(groups, "ClosedCaptionFiles"), "ClosedCaptionFile")) {
            url(element)
                    .ifPresent(url -> files.add(new ClosedCaptionFile(
                            url, reading.attribute(element, "type"), reading.attribute(element, "language"))));
        }
        return files;
    }

    private Optional<String> url(XmlElement file) {
        Optional<String> url = reading.url(file);
        if (url.isEmpty()) {
            reading.problem(file, VastError.SCHEMA, file.localName() + " without a URL");
        }
        return url;
    }

    private static List<XmlElement> each(List<XmlElement> groups, String name) {
        List<XmlElement> elements = new ArrayList<>();
        groups.forEach(group -> elements.addAll(group.children(name)));
        return elements;
    }
}
