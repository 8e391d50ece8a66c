package dev.hemstitch.ads.internal.xml;

/** What stands in an element: another element, or text. */
public sealed interface XmlNode permits XmlElement, XmlText {}
