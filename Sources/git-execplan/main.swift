print("git-execplan")
