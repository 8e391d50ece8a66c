package dev.hemstitch.ads.internal.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An element. Names are compared ignoring case and prefix. Immutable. */
public final class XmlElement implements XmlNode {
    private final String name;
    private final List<XmlAttribute> attributes;
    private final List<XmlNode> content;
    private final XmlScope scope;
    private final int line;
    private final int column;

    /**
     * An element.
     *
     * @param scope the namespace declarations in force within
     */
    XmlElement(
            String name, List<XmlAttribute> attributes, List<XmlNode> content, XmlScope scope, int line, int column) {
        this.name = name;
        this.attributes = attributes;
        this.content = content;
        this.scope = scope;
        this.line = line;
        this.column = column;
    }

    /** {@return the name without its prefix, in the case it was written in} */
    public String localName() {
        return local(name);
    }

    /** {@return the line on which its start tag ends, from 1} */
    public int line() {
        return line;
    }

    /** {@return the column behind its start tag in characters, from 1} */
    public int column() {
        return column;
    }

    /**
     * Whether this is an element of a name.
     *
     * @param localName the name
     * @return whether it is
     */
    public boolean is(String localName) {
        return matches(name, localName);
    }

    /** {@return the attributes in the order they were written} */
    public List<XmlAttribute> attributes() {
        return attributes;
    }

    /**
     * An attribute's value. One without prefix is preferred; a namespace declaration is none.
     *
     * @param localName its name
     * @return the value without white space around it; empty if there is none, or nothing but white space
     */
    public Optional<String> attribute(String localName) {
        XmlAttribute found = null;
        for (XmlAttribute attribute : attributes) {
            if (matches(attribute.name(), localName) && !XmlScope.isDeclaration(attribute.name())) {
                boolean isPlain = attribute.name().length() == localName.length();
                if (found == null || isPlain) {
                    found = attribute;
                }
                if (isPlain) {
                    break;
                }
            }
        }
        String value = found == null ? "" : found.value().strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** {@return the elements within, in order} */
    public List<XmlElement> children() {
        List<XmlElement> children = new ArrayList<>();
        for (XmlNode node : content) {
            if (node instanceof XmlElement child) {
                children.add(child);
            }
        }
        return children;
    }

    /**
     * The elements of a name that stand directly within.
     *
     * @param localName the name
     * @return the elements, in order
     */
    public List<XmlElement> children(String localName) {
        List<XmlElement> children = new ArrayList<>();
        for (XmlNode node : content) {
            if (node instanceof XmlElement child && child.is(localName)) {
                children.add(child);
            }
        }
        return children;
    }

    /**
     * The first element of a name that stands directly within.
     *
     * @param localName the name
     * @return the element, or empty if there is none
     */
    public Optional<XmlElement> child(String localName) {
        for (XmlNode node : content) {
            if (node instanceof XmlElement child && child.is(localName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** {@return the text directly within, without that of elements within, and without white space around it} */
    public String text() {
        if (content.size() == 1 && content.get(0) instanceof XmlText only) {
            return only.text().strip();
        }
        StringBuilder text = new StringBuilder();
        for (XmlNode node : content) {
            if (node instanceof XmlText part) {
                text.append(part.text());
            }
        }
        return text.toString().strip();
    }

    /**
     * {@return what stands between its tags, as XML: elements with their prefixes, and with the namespace declarations from
     * around that these need; text escaped, no CDATA, no comments} A prefix that nobody declares stays as it is.
     */
    public String innerXml() {
        StringBuilder xml = new StringBuilder();
        content.forEach(node -> XmlRendering.appendCutOut(node, scope, xml));
        return xml.toString();
    }

    String name() {
        return name;
    }

    List<XmlNode> content() {
        return content;
    }

    private static boolean matches(String name, String localName) {
        int start = name.length() - localName.length();
        // Most names differ in length or in their first letter: that is seen without comparing them ignoring case.
        return start >= 0
                && start < name.length()
                && (name.charAt(start) | 0x20) == (localName.charAt(0) | 0x20)
                && (start == 0 || name.charAt(start - 1) == ':')
                && name.regionMatches(true, start, localName, 0, localName.length());
    }

    private static String local(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    @Override
    public String toString() {
        StringBuilder xml = new StringBuilder();
        XmlRendering.append(this, xml);
        return xml.toString();
    }
}
