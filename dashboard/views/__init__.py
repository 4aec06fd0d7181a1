"""Parts of pages, drawn with Streamlit: the words, then the drawing."""
