package dev.hemstitch.ads.vmap;

import dev.hemstitch.ads.internal.xml.XmlDocument;
import dev.hemstitch.ads.internal.xml.XmlElement;
import dev.hemstitch.ads.internal.xml.XmlException;
import dev.hemstitch.ads.internal.xml.XmlLimits;
import dev.hemstitch.ads.internal.xml.XmlReader;
import dev.hemstitch.ads.internal.xml.XmlValues;
import dev.hemstitch.ads.vast.AdResponseLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads VMAP 1.0. It tolerates what {@link dev.hemstitch.ads.vast.VastParser} tolerates. A break that cannot be read is
 * left out with a problem, and the others live. Instances are immutable.
 */
public final class VmapParser {
    private final AdResponseLimits limits;

    private VmapParser(AdResponseLimits limits) {
        this.limits = limits;
    }

    /** {@return a parser with {@link AdResponseLimits#DEFAULT}} */
    public static VmapParser create() {
        return new VmapParser(AdResponseLimits.DEFAULT);
    }

    /**
     * A parser with other limits.
     *
     * @param limits how much to take
     * @return the parser
     */
    public VmapParser withLimits(AdResponseLimits limits) {
        return new VmapParser(limits);
    }

    /**
     * Reads a response.
     *
     * @param bytes the response in the encoding that its byte order mark or declaration says, else UTF-8; more than the
     *     limit is refused unread
     * @return the response; a {@code VMAP@version} that is missing or unknown is a problem, not an exception
     * @throws VmapException with {@link VmapError#PARSING} if it is no XML, has a document type or is beyond a limit; with
     *     {@link VmapError#SCHEMA} if it is XML but not VMAP
     */
    public VmapResponse parse(byte[] bytes) {
        XmlDocument document;
        try {
            document = XmlReader.read(
                    bytes,
                    new XmlLimits(limits.maxBytes(), limits.maxDepth(), limits.maxElements(), limits.maxAttributes()));
        } catch (XmlException e) {
            String message = e.getMessage() == null ? "this cannot be read as XML" : e.getMessage();
            throw new VmapException(new VmapProblem(VmapError.PARSING, e.line(), e.column(), message), e);
        }
        XmlElement root = document.root();
        if (!root.is("VMAP")) {
            throw new VmapException(new VmapProblem(
                    VmapError.SCHEMA, root.line(), root.column(), XmlValues.echo(root.localName()) + " is not VMAP"));
        }
        return response(document, new AdBreakReader(limits));
    }

    private static VmapResponse response(XmlDocument document, AdBreakReader reader) {
        XmlElement root = document.root();
        document.doubts().forEach(doubt -> reader.problem(root, VmapError.PARSING, doubt));
        Optional<String> version = reader.attribute(root, "version");
        if (version.filter("1.0"::equals).isEmpty()) {
            reader.problem(
                    root,
                    VmapError.VERSION_NOT_SUPPORTED,
                    version.map(v -> "the version " + XmlValues.echo(v) + " is unknown")
                            .orElse("the version is not said"));
        }
        List<VmapAdBreak> adBreaks = new ArrayList<>();
        for (XmlElement adBreak : root.children("AdBreak")) {
            reader.read(adBreak).ifPresent(adBreaks::add);
        }
        return new VmapResponse(version, adBreaks, reader.extensions(root), reader.problems());
    }
}
