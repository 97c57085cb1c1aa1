# Why an answer does not fit and how to get it right; and remarks on answers that were accepted.

refusal-empty = I see nothing yet; please write it again. For example: `{ $example }`
refusal-too-long = That is too long; please shorten it, or say it in parts.
refusal-not-an-option = That matches none of the choices. Choose one; its number or its text will do.
refusal-not-an-option-several = That matches none of the choices. Several are possible: write their numbers at once, like `2 5`, or their names.
refusal-choose-at-least-one = Choose at least one: write the numbers, like `2 5`, or press one by one and then “That is all”.
refusal-none-excludes = “None of these” or “Nothing to change” cannot go with another choice; please choose again.
refusal-date-future = That day is still to come. Give one that has passed, for example “today” or “yesterday”.
refusal-file-unreadable = I cannot open this file. Send another photo, or just press “Ready”.
refusal-file-empty = This file is empty; perhaps the upload broke off. Please send it again.
refusal-file-type = The system does not take this format. Use a colour photo or scan as { $formats }.
refusal-file-too-large = The file has { $size }; it must be below { $limit }. Compress the picture, or take it again with a phone.

# Numbers of documents
refusal-characters = There are characters that do not belong in it. Only the number, without blanks or words. For example: `{ $example }`
refusal-length = The length is wrong: { $expected } characters are needed, these are { $length }. For example: `{ $example }`
refusal-checksum = The check digit does not fit; one character is probably wrong. Please compare with the document, one by one.
refusal-date = The birth date in it (characters 7 to 14) is not right. Please compare with the document.
refusal-old-form = The old number of 15 digits is no longer valid; use the 18 characters of the new document.
refusal-no-digit = This should be a number with digits in it. For example: `{ $example }`
refusal-resident-id-characters = An ID card number has 17 digits, and a digit or X at the end. For example: `{ $example }`
refusal-resident-id-region = The first two digits are no mainland province; please compare with the document. Is it a residence permit or a permanent residence card? Send `/back` and choose that.
refusal-hmt-residence-permit-characters = A residence permit's number has 17 digits, and a digit or X at the end. For example: `{ $example }`
refusal-hmt-residence-permit-region = The number of this residence permit begins with 81 (Hong Kong), 82 (Macao) or 83 (Taiwan). Another document? Send `/back` and choose it.
refusal-hk-mo-travel-permit-prefix = The number of this travel permit begins with H or M. For example: `{ $example }`
refusal-hk-mo-travel-permit-characters = Only digits follow the H or M. For example: `{ $example }`
refusal-hk-mo-travel-permit-length = The length is wrong: 8 digits follow the H or M, on old cards 10. For example: `{ $example }`
refusal-tw-travel-permit-length = The length is wrong: 8 digits, on old cards 10, perhaps with a letter behind. For example: `{ $example }`
refusal-permanent-residence-card-prefix = The new permanent residence card begins with 9; the old one has 3 letters and 12 digits. For example: `{ $example }`
refusal-credit-code-characters = This code has digits and capital letters, but no I, O, S, V or Z; perhaps a 1 became I, or a 0 became O. For example: `{ $example }`
refusal-credit-code-old-form = This is an old registration number of 15 digits. Use the 18-character code (统一社会信用代码) of the new licence; if you still have the old licence, exchange it first.
refusal-organisation-check = Characters 9 to 17 (the organisation code) do not fit; one is probably wrong. Please compare with the certificate.
refusal-kind-mismatch = This code does not begin like one of: { $subject-kind-label }. Check for a slip; if the kind is wrong, send `/edit subject.kind`.

# Names and addresses
refusal-too-short = That is too short; please write all of it. For example: `{ $example }`
refusal-name-characters = There is a special sign in the name. Use only letters, digits and brackets as printed on the certificate. For example: `{ $example }`
refusal-person-name-characters = A name has Chinese characters or letters only, with a dot (·) between parts of a minority name. For example: `{ $example }`
refusal-dot = The dot (·) stands only between two parts of the name. Write it as on the document.
refusal-address-characters = There is a special sign in the address. Characters, digits and common marks are enough. For example: `{ $example }`
refusal-address-too-short = This address is too short; give it from province and city down to the door number. For example: `{ $example }`
refusal-placeholder = Leave out the words 市辖区; the district's name follows the city's. For example: `{ $example }`
refusal-no-door-number = The door number is missing; add number, floor and room. If there is truly none, end with 此地址已是最详细地址 (this is the fullest address).

# Phones and mail
refusal-mobile-characters = A mobile number has digits only, 11 of them. For example: `{ $example }`
refusal-phone-characters = Digits only; a landline may have area code and extension. For example: `{ $example }`
refusal-not-mobile = This is no mainland mobile number: 11 digits, the first 1, the second 3 to 9. For example: `{ $example }`
refusal-machine-range = This range is for data cards and devices and takes no calls; give a number you phone with.
refusal-no-area-code = Please put the area code before the landline. For example: `{ $example }`
refusal-service-number = Numbers with 400 or 800 and short service numbers do not count; give a mobile or landline that reaches a person. For example: `{ $example }`
refusal-landline = This landline is not right; check the area code and the number of digits. For example: `{ $example }`
refusal-same = Here the administration wants another number than the mobile of contact 1.
refusal-at-sign = An e-mail address has one @. For example: `{ $example }`
refusal-local-part = The part before the @ is not right: letters, digits, dots, hyphens and underscores only. For example: `{ $example }`
refusal-email-domain = The part behind the @ is not right; check for a slip. For example: `{ $example }`
refusal-email-same = The two leads cannot share an e-mail address; give another.

# Domain and site name
refusal-domain-characters = A domain has letters, digits, hyphens and dots (Chinese ones also characters). For example: `{ $example }`
refusal-ip-address = This is an IP address. Give the site's domain, for example: `{ $example }`. A site reached by IP only cannot be filed through Alibaba Cloud.
refusal-bare-word = A domain has a suffix such as .com or .cn. For example: `{ $example }`
refusal-suffix-alone = This is only the suffix; the name before it is missing. For example: `{ $example }`
refusal-unknown-suffix = There is no such suffix; check for a slip. For example: `{ $example }`
refusal-label = The domain is not well formed: no part may be empty, or begin or end with a hyphen. For example: `{ $example }`
refusal-look-alike = A foreign letter that only looks the same has slipped in. Please type it again on an English keyboard.
refusal-mail-address = This is an e-mail address. Give only the site's domain, for example: `{ $example }`
refusal-site-name-domain = A site name cannot be or hold a domain. Choose a Chinese name, for example: `{ $example }`
refusal-special-character = No special signs in a site name: Chinese characters, letters and digits only. For example: `{ $example }`
refusal-only-letters = A site name cannot be only letters or digits; it needs at least { $expected } Chinese characters. For example: `{ $example }`
refusal-too-few-chinese = A site name needs at least { $expected } Chinese characters; here are { $length }. For example: `{ $example }`
refusal-national-word = “{ $word }” at the beginning is kept for national bodies; choose another name. For example: `{ $example }`
refusal-sensitive-word = “{ $word }” is a sensitive word and cannot stand in a site name; choose another. For example: `{ $example }`
refusal-format-word = A personal site's name cannot have “{ $word }”; choose another. For example: `{ $example }`

# Province
refusal-unknown = I do not find this place. Write the province, autonomous region or municipality, for example: `{ $example }`
refusal-ambiguous = There is a place of this name in { $names }. Write the province itself, for example: `{ $example }`
refusal-outside-mainland = A mainland province is needed. With a subject from Hong Kong, Macao or Taiwan, take the province where you live or have your office in the mainland, for example: `{ $example }`

# Dates
refusal-date-format = I cannot read this date; write year, month and day. For example: `{ $example }`
refusal-impossible = There is no such day; check month and day. For example: `{ $example }`

# Filing numbers
refusal-filing-number-format = This does not look like a filing number (ICP备案号). Copy all of it from the message or mail, for example: `{ $example }`
refusal-filing-number-digits = 8 or 10 digits follow the character 备. For example: `{ $example }`
refusal-filing-number-prefix = The first character is not right. In filing numbers Sichuan is 蜀, Guizhou 黔, Yunnan 滇, Shaanxi 陕, Gansu 陇; the public-security number differs. For example: `{ $example }`
refusal-province-mismatch = This number is from another province; those of { $subject-province-label } begin with “{ $expected }”. Check for a slip; if the province is wrong, send `/edit subject.province`.
refusal-licence-number = This is the number of an ICP licence (许可证). I need the filing number with ICP备 in it, for example: `{ $example }`
refusal-public-security-number = This is the public-security number; I ask for it later. Now the filing number (ICP备案号), for example: `{ $example }`
refusal-public-security-number-format = This does not look like a public-security number (公安备案号). Copy all of it from the platform, for example: `{ $example }`
refusal-public-security-number-digits = A public-security number has 14 digits, here are { $length }. For example: `{ $example }`
refusal-public-security-number-old-form = 12 digits are the old form, now there are 14. Look up the present number on the platform, for example: `{ $example }`
refusal-public-security-number-region = The first two digits are no province; please look again. For example: `{ $example }`
refusal-prefix-mismatch = The first character does not go with the digits: by these it is “{ $expected }”. For example: `{ $example }`
refusal-filing-number = This is the filing number (ICP备案号). I need the public-security number with 公网安备 in it, for example: `{ $example }`

# Accepted, with a remark
note-reduced = A filing is by registered domain, so I noted `{ $to }`; its subdomains are included.
note-address = I took the domain out of the address: `{ $to }`.
note-named-by = Noted: { $subject-province-label }.
note-virtual-range = This is a virtual operator's number and may not get the verification message.
note-national-word = Names that begin with “{ $word }” are for national bodies; if you are none, send `/edit site.name`.
note-future = Noted; that day is still to come.

refusal-service-code-length = Without its hyphens a service code has { $expected } characters; this has { $length }. For example: `{ $example }`
