package dev.hemstitch.ads.internal.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a document into a tree. Namespaces mean nothing to it, since in the field prefixes are used that nobody declares. */
public final class XmlReader {
    private static final List<String> UNLIMITED =
            List.of("entityExpansionLimit", "maxElementDepth", "maxGeneralEntitySizeLimit", "totalEntitySizeLimit");

    private final XmlLimits limits;
    private final Deque<Frame> open = new ArrayDeque<>();
    /** Characters of the innermost open element since its last child. */
    private final StringBuilder text = new StringBuilder();

    private int elements;

    private XmlReader(XmlLimits limits) {
        this.limits = limits;
    }

    /** An element whose end tag was not met yet. */
    private record Frame(
            String name, List<XmlAttribute> attributes, List<XmlNode> content, XmlScope scope, int line, int column) {}

    /**
     * Reads a document.
     *
     * @param bytes the document, not changed; more than the limit is not looked at
     * @param limits how much to take
     * @return the document
     * @throws XmlException if it is not well-formed, has a document type, or is beyond a limit
     */
    public static XmlDocument read(byte[] bytes, XmlLimits limits) throws XmlException {
        if (bytes.length > limits.maxBytes()) {
            throw new XmlException(
                    "there are " + bytes.length + " bytes, more than " + limits.maxBytes() + " are not read", 1, 1);
        }
        XmlEncoding.Decoded decoded = XmlEncoding.decode(bytes);
        XmlPreparation.Prepared prepared = XmlPreparation.prepare(decoded.text());
        XmlElement root = new XmlReader(limits).root(prepared.text());
        return new XmlDocument(root, decoded.replaced(), prepared.repaired());
    }

    private XmlElement root(String text) throws XmlException {
        XMLStreamReader reader;
        try {
            reader = factory().createXMLStreamReader(new StringReader(text));
            try {
                return root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            throw new XmlException(
                    message(e), at == null ? 1 : Math.max(1, at.getLineNumber()), at == null ? 1 : column(text, at));
        } catch (RuntimeException e) {
            // The JDK's reader has been seen to throw such for input that it does not expect.
            throw new XmlException("this cannot be read as XML: " + e.getClass().getSimpleName(), 1, 1);
        }
    }

    /** A factory of its own for each document: the JDK does not say that one may be shared, and it costs little. */
    private XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The limits of later JDKs count references to characters as entities. There are no entities here, and what can
        // grow has limits of its own.
        for (String limit : UNLIMITED) {
            factory.setProperty("jdk.xml." + limit, 0);
        }
        factory.setProperty("jdk.xml.elementAttributeLimit", limits.maxAttributes() + 1);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing is resolved");
        });
        return factory;
    }

    private XmlElement root(XMLStreamReader reader) throws XMLStreamException, XmlException {
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> {
                    Frame frame = open.pop();
                    flush(frame);
                    XmlElement element = new XmlElement(
                            frame.name,
                            frame.attributes,
                            List.copyOf(frame.content),
                            frame.scope,
                            frame.line,
                            frame.column);
                    Frame parent = open.peek();
                    if (parent == null) {
                        toEnd(reader);
                        return element;
                    }
                    parent.content.add(element);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused("a document type or entity is not accepted", reader);
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
    }

    /** What stands behind the root must be well-formed too. */
    private static void toEnd(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private void start(XMLStreamReader reader) throws XmlException {
        if (++elements > limits.maxElements()) {
            throw refused("there are more than " + limits.maxElements() + " elements", reader);
        }
        if (open.size() >= limits.maxDepth()) {
            throw refused("elements are nested deeper than " + limits.maxDepth(), reader);
        }
        int count = reader.getAttributeCount();
        if (count > limits.maxAttributes()) {
            throw refused("an element has more than " + limits.maxAttributes() + " attributes", reader);
        }
        List<XmlAttribute> attributes = count == 0 ? List.of() : new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            attributes.add(new XmlAttribute(attributeName(reader, i), reader.getAttributeValue(i)));
        }
        Frame parent = open.peek();
        if (parent != null) {
            flush(parent);
        }
        Location at = reader.getLocation();
        open.push(new Frame(
                reader.getLocalName(),
                attributes.isEmpty() ? attributes : List.copyOf(attributes),
                new ArrayList<>(4),
                (parent == null ? XmlScope.NONE : parent.scope).within(attributes),
                at.getLineNumber(),
                at.getColumnNumber()));
    }

    /** The JDK's reader takes attributes' names apart though it was told to leave namespaces alone, but not elements'. */
    private static String attributeName(XMLStreamReader reader, int index) {
        String prefix = reader.getAttributePrefix(index);
        String name = reader.getAttributeLocalName(index);
        return prefix == null || prefix.isEmpty() ? name : prefix + ':' + name;
    }

    private void flush(Frame frame) {
        if (text.length() > 0) {
            frame.content.add(new XmlText(text.toString()));
            text.setLength(0);
        }
    }

    private static XmlException refused(String message, XMLStreamReader reader) {
        Location at = reader.getLocation();
        return new XmlException(message, at.getLineNumber(), at.getColumnNumber());
    }

    /** The reader's own words without its line with the place, and in one line. */
    private static String message(XMLStreamException e) {
        String message = e.getMessage() == null ? "this is no XML" : e.getMessage();
        int words = message.indexOf("Message: ");
        return message.substring(words < 0 ? 0 : words + 9)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The column in the text as it was given: escaped ampersands before it count as one character. */
    private static int column(String text, Location at) {
        int start = 0;
        for (int line = 1; line < at.getLineNumber(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int column = Math.max(1, at.getColumnNumber());
        return Math.min(column, Math.max(1, text.length() - start + 1));
    }
}
