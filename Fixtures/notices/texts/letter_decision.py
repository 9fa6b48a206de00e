PARAGRAPHS = [
    "Dear {name},",
    "Your place at the summer school could not be confirmed.",
    (
        "The University of Corbelin (France) took this decision on the basis of an "
        "algorithmic processing. It is used to rank applications when places are "
        "limited."
    ),
    (
        "You have a right to be told the rules that define this processing and its "
        "main characteristics. Please write to {email}. If no answer reaches you "
        "within one month, you may refer the matter to the Commission for access to "
        "administrative documents (CADA)."
    ),
    "Kind regards,",
]
