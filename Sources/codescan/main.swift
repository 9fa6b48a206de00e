print("codescan")
