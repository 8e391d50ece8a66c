package dev.hemstitch.ads.vast;

import dev.hemstitch.ads.internal.xml.XmlDocument;
import dev.hemstitch.ads.internal.xml.XmlElement;
import dev.hemstitch.ads.internal.xml.XmlException;
import dev.hemstitch.ads.internal.xml.XmlLimits;
import dev.hemstitch.ads.internal.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads VAST 2.0 to 4.3. Names of elements and attributes are read in any case and with any prefix, white space around
 * values is dropped, and what is wrong in one place does not keep the rest from being read: it is left out, and
 * {@link VastResponse#problems} says so. Instances are immutable.
 *
 * <p>Single-line values (URLs, identifiers, titles) have runs of white space collapsed to one space, as the schema has it
 * for URLs; so none holds a line break. A value that holds other control characters is left out. Texts that may have
 * lines (descriptions, parameters, HTML, extensions) are kept as they are.
 */
public final class VastParser {
    private static final List<String> VERSIONS = List.of("2.0", "2.0.1", "3.0", "4.0", "4.1", "4.2", "4.3");

    private final AdResponseLimits limits;

    private VastParser(AdResponseLimits limits) {
        this.limits = limits;
    }

    /** {@return a parser with {@link AdResponseLimits#DEFAULT}} */
    public static VastParser create() {
        return new VastParser(AdResponseLimits.DEFAULT);
    }

    /**
     * A parser with other limits.
     *
     * @param limits how much to take
     * @return the parser
     */
    public VastParser withLimits(AdResponseLimits limits) {
        return new VastParser(limits);
    }

    /**
     * Reads a response.
     *
     * @param bytes the response in the encoding that its byte order mark or declaration says, else UTF-8; bytes that are
     *     not of the encoding become U+FFFD; more than the limit is refused unread
     * @return the response; a {@code VAST@version} that is missing or unknown is a problem, not an exception
     * @throws VastException with {@link VastError#XML_PARSING} if it is no XML, has a document type or is beyond a limit;
     *     with {@link VastError#SCHEMA} if it is XML but not VAST; with {@link VastError#VERSION_NOT_SUPPORTED} if it is
     *     VAST 1.0
     */
    public VastResponse parse(byte[] bytes) {
        XmlDocument document;
        try {
            document = XmlReader.read(
                    bytes,
                    new XmlLimits(limits.maxBytes(), limits.maxDepth(), limits.maxElements(), limits.maxAttributes()));
        } catch (XmlException e) {
            throw new VastException(
                    new VastProblem(VastError.XML_PARSING, e.line(), e.column(), Reading.message(e)), e);
        }
        Reading reading = new Reading();
        document.doubts().forEach(doubt -> reading.problem(document.root(), VastError.XML_PARSING, doubt));
        return response(document.root(), reading);
    }

    /**
     * Reads a response that stands within another document: for the room that reads VMAP. Not for embedders, who have no
     * such element.
     *
     * @param root the element that should be {@code VAST}
     * @return the response
     * @throws VastException as {@link #parse} does
     */
    @SuppressWarnings("exports") // a door between rooms of this module
    public static VastResponse parseElement(XmlElement root) {
        return response(root, new Reading());
    }

    private static VastResponse response(XmlElement root, Reading reading) {
        if (root.is("VideoAdServingTemplate")) {
            throw refused(root, VastError.VERSION_NOT_SUPPORTED, "VAST 1.0 is not supported");
        }
        if (!root.is("VAST")) {
            throw refused(root, VastError.SCHEMA, Reading.echo(root.localName()) + " is not VAST");
        }
        Optional<String> version = reading.attribute(root, "version");
        if (version.filter(VERSIONS::contains).isEmpty()) {
            reading.problem(
                    root,
                    VastError.VERSION_NOT_SUPPORTED,
                    version.map(v -> "the version " + Reading.echo(v) + " is unknown")
                            .orElse("the version is not said"));
        }
        AdReader adReader = new AdReader(reading);
        List<VastAd> ads = new ArrayList<>();
        for (XmlElement ad : root.children("Ad")) {
            adReader.read(ad).ifPresent(ads::add);
        }
        return new VastResponse(version, reading.urls(root, "Error"), ads, reading.problems());
    }

    private static VastException refused(XmlElement at, VastError error, String message) {
        return new VastException(new VastProblem(error, at.line(), at.column(), message));
    }
}
