"""What is printed: the plan on one page, preparation sheets and feedback cards as tagged PDF, the sheet as Word too."""
