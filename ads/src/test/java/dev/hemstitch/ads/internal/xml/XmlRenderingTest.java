package dev.hemstitch.ads.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class XmlRenderingTest {
    private static final XmlLimits LIMITS = new XmlLimits(1 << 20, 10, 1_000, 100);

    private static String inner(String xml) throws Exception {
        return XmlReader.read(xml.getBytes(StandardCharsets.UTF_8), LIMITS)
                .root()
                .child("ext")
                .orElseThrow()
                .innerXml();
    }

    /** The first child of an element, as a reader that knows namespaces sees it. */
    private static Element child(String xml, String parent) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        Node node = document.getElementsByTagNameNS("*", parent).item(0).getFirstChild();
        return (Element) node;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<v><ext><x:a xmlns:x='urn:x' xmlns:c='urn:c' c='1' c:c='2' q='&quot;&lt;&#10;'/></ext></v>",
                "<v xmlns:x='urn:x' xmlns:c='urn:c'><ext><x:a c='1' c:c='2'><x:b/></x:a></ext></v>",
                "<v xmlns='urn:v' xmlns:c='urn:c'><ext xmlns:d='urn:d'><a c:b='1' d:b='2'><b/></a></ext></v>",
                "<v xmlns='urn:v' xmlns:x='urn:1'><ext xmlns:x='urn:2'><x:a><b xmlns='' x:c='1'/></x:a></ext></v>",
                "<v xmlns='urn:v'><ext xmlns=''><a/></ext></v>",
                "<v xmlns='urn:v'><ext><a xmlns='urn:a'/></ext></v>",
                "<v xmlns='urn:&quot;&amp;&lt;'><ext><a b='&#9;&#10;&#13;&amp;&#x1F600;'>&#13;]]&gt;</a></ext></v>",
                "<v xmlns:x='urn:x'><ext><x:a xml:lang='de' b='  c  '/></ext></v>"
            })
    void an_element_that_is_cut_out_is_the_same_to_a_reader_that_knows_namespaces(String xml) throws Exception {
        Element was = child(xml, "ext");
        Element is = child("<r>" + inner(xml) + "</r>", "r");
        removeDeclared(is, was);
        assertThat(is.isEqualNode(was)).as(inner(xml)).isTrue();
    }

    /** Takes away the declarations that only the element cut out has; they must say what was in force before. */
    private static void removeDeclared(Element is, Element was) {
        NamedNodeMap attributes = is.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            Node attribute = attributes.item(i);
            boolean isDeclaration = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
            if (isDeclaration && !was.hasAttribute(attribute.getNodeName())) {
                String prefix = attribute.getNodeName().equals("xmlns") ? null : attribute.getLocalName();
                assertThat(attribute.getNodeValue()).isEqualTo(was.lookupNamespaceURI(prefix));
                is.removeAttribute(attribute.getNodeName());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<v xmlns:x='urn:x'><ext><a/></ext></v>|<a/>",
                "<v xmlns:x='urn:x'><ext><a t='x:b'/></ext></v>|<a xmlns:x=\"urn:x\" t=\"x:b\"/>",
                "<v xmlns:x='urn:x'><ext><a>x:b</a><x:c/></ext></v>|<a xmlns:x=\"urn:x\">x:b</a><x:c xmlns:x=\"urn:x\"/>",
                "<v><ext><x:a y:b='1'/></ext></v>|<x:a y:b=\"1\"/>",
                "<v xmlns:x=''><ext><x:a/></ext></v>|<x:a/>",
                "<v xmlns='urn:v'><ext>text</ext></v>|text"
            })
    void only_what_is_needed_and_known_is_declared(String xml, String expected) throws Exception {
        assertThat(inner(xml)).isEqualTo(expected);
    }

    @Test
    void what_a_document_declares_without_measure_is_left_where_it_is() throws Exception {
        StringBuilder many = new StringBuilder("<v xmlns:long='" + "x".repeat(257) + "'");
        StringBuilder used = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            many.append(" xmlns:p").append(i).append("='urn:").append(i).append('\'');
            used.append(" p").append(i).append(":a='1'");
        }
        String rendered = inner(many + "><ext><a long:a='1'" + used + "/></ext></v>");
        assertThat(rendered)
                .contains(" xmlns:p31=")
                .doesNotContain(" xmlns:p32=")
                .doesNotContain("xmlns:long");
    }
}
