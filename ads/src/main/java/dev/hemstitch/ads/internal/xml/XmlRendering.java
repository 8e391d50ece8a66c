package dev.hemstitch.ads.internal.xml;

/** Writes nodes as XML. The depth is that of the tree, which reading has limited. */
final class XmlRendering {
    private XmlRendering() {}

    static void append(XmlNode node, StringBuilder xml) {
        if (node instanceof XmlText text) {
            escape(text.text(), xml);
        } else if (node instanceof XmlElement element) {
            xml.append('<').append(element.name());
            for (XmlAttribute attribute : element.attributes()) {
                xml.append(' ').append(attribute.name()).append("=\"");
                escape(attribute.value(), xml);
                xml.append('"');
            }
            if (element.content().isEmpty()) {
                xml.append("/>");
                return;
            }
            xml.append('>');
            element.content().forEach(child -> append(child, xml));
            xml.append("</").append(element.name()).append('>');
        }
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
