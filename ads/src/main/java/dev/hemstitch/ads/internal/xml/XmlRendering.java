package dev.hemstitch.ads.internal.xml;

/** Writes nodes as XML. The depth is that of the tree, which reading has limited. */
final class XmlRendering {
    private XmlRendering() {}

    static void append(XmlNode node, StringBuilder xml) {
        if (node instanceof XmlText text) {
            escape(text.text(), xml);
        } else if (node instanceof XmlElement element) {
            xml.append('<').append(element.name());
            element.attributes().forEach(attribute -> append(attribute, xml));
            if (element.content().isEmpty()) {
                xml.append("/>");
                return;
            }
            xml.append('>');
            element.content().forEach(child -> append(child, xml));
            xml.append("</").append(element.name()).append('>');
        }
    }

    /**
     * Writes a node that is cut out of what surrounds it: an element gets the namespace declarations from there that it needs.
     *
     * @param scope the declarations in force around it
     */
    static void appendCutOut(XmlNode node, XmlScope scope, StringBuilder xml) {
        int from = xml.length();
        append(node, xml);
        if (node instanceof XmlElement element) {
            StringBuilder declarations = new StringBuilder();
            scope.neededBy(element, xml, from).forEach(declaration -> append(declaration, declarations));
            xml.insert(from + 1 + element.name().length(), declarations);
        }
    }

    private static void append(XmlAttribute attribute, StringBuilder xml) {
        xml.append(' ').append(attribute.name()).append("=\"");
        String value = attribute.value();
        int copied = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            // White space that was written as a reference: as it is, readers would make a space of it.
            if (c == '\n' || c == '\t') {
                escape(value.substring(copied, i), xml);
                xml.append(c == '\n' ? "&#10;" : "&#9;");
                copied = i + 1;
            }
        }
        escape(copied == 0 ? value : value.substring(copied), xml);
        xml.append('"');
    }

    private static void escape(String text, StringBuilder xml) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\r' -> xml.append("&#13;");
                default -> xml.append(c);
            }
        }
    }
}
